/** Where a command writes, where it complains, and how it says that something is wrong. */
export type Shell = { write(text: string): void; complain(text: string): void; fail(): void };
