// Work that can be done side by side.

import { availableParallelism } from "node:os";

/** Gives each job to the next free lane, with the lane's number; as many lanes as processors. */
export async function lanes(jobs, work, count = availableParallelism()) {
  const queue = [...jobs];
  const lane = async (_, number) => {
    while (queue.length) await work(queue.shift(), number);
  };
  await Promise.all(Array.from({ length: count }, lane));
}
