/** What somebody who called a command must mend. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
}
