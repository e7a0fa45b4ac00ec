// What was looked at and what came of it: one line for each figure, the failures after it.

export class Report {
  passed = 0;
  failed = 0;
  /** Every check that was made, with what it would say. */
  names = [];
  /** The words of failures that must come. */
  awaited = [];

  constructor(check) {
    this.check = check;
  }

  /** Counts what must hold; says it only where it does not. */
  expect(good, what) {
    this.names.push(`${this.check}: ${what}`);
    if (good) this.passed += 1;
    else this.fail(what);
  }

  /** Awaits one failure that says some words: it must come, and is none. */
  awaits(words) {
    this.awaited.push(words);
  }

  /** A failure; the same one twice counts once. */
  fail(what) {
    const at = this.awaited.findIndex((words) => what.includes(words));
    if (at >= 0) {
      this.awaited.splice(at, 1);
      this.passed += 1;
      return;
    }
    this.said ??= new Set();
    if (this.said.has(what)) return;
    this.said.add(what);
    this.failed += 1;
    console.log(`  ✗ ${this.check}: ${what}`);
  }

  /** A figure, as it was measured. */
  measured(what) {
    console.log(`  ${this.check}: ${what}`);
  }
}
