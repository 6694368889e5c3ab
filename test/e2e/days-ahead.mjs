// Loaded before Lantern, it sets this process's clock as many days ahead as its address says: `days-ahead.mjs?7`.
const ahead = Number(new URL(import.meta.url).search.slice(1)) * 24 * 60 * 60 * 1000;
const Today = Date;

globalThis.Date = class extends Today {
  constructor(...given) {
    if (given.length === 0) super(Today.now() + ahead);
    else super(...given);
  }

  static now() {
    return Today.now() + ahead;
  }
};
