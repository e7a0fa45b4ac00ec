// Work that can be done side by side.

import { availableParallelism } from "node:os";

/** Gives each job to the next free lane; as many lanes as processors. */
export async function lanes(jobs, work, count = availableParallelism()) {
  const queue = [...jobs];
  const lane = async () => {
    while (queue.length) await work(queue.shift());
  };
  await Promise.all(Array.from({ length: count }, lane));
}
