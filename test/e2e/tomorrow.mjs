// Loaded before Lantern, it sets this process's clock a day ahead.
const aDay = 24 * 60 * 60 * 1000;
const Today = Date;

globalThis.Date = class extends Today {
  constructor(...given) {
    if (given.length === 0) super(Today.now() + aDay);
    else super(...given);
  }

  static now() {
    return Today.now() + aDay;
  }
};
