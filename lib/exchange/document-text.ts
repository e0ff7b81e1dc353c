/** What a document says, for the search: read in a thread of its own, bounded in time and memory, one at a time. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MEDIA_TYPES } from './document-reader/media-types';

const READER = join(process.cwd(), 'lib', 'exchange', 'document-reader', 'worker.ts');
const LONGEST_MS = 10_000;
const MOST_HEAP_MB = 192;
const READABLE = new Set<string>(Object.values(MEDIA_TYPES));

export type ReadDocument = { text: string } | 'dangerous' | 'broken';

export interface ReadingLimits {
  /** longer reading is broken off */
  ms: number;
  /** heap of the reading thread, MB */
  heapMb: number;
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * The text of a file; '' when nothing can be read of it within the limits. 'dangerous' with macros or unpacking without
 * end, 'broken' when its archive is.
 */
export function documentText(
  path: string,
  mediaType: string,
  limits: ReadingLimits = { ms: LONGEST_MS, heapMb: MOST_HEAP_MB },
): Promise<ReadDocument> {
  if (!READABLE.has(mediaType)) return Promise.resolve({ text: '' });
  const read = turn.then(() => inThread(path, mediaType, limits));
  turn = read;
  return read;
}

function inThread(path: string, mediaType: string, { ms, heapMb }: ReadingLimits): Promise<ReadDocument> {
  return new Promise((resolve) => {
    const worker = new Worker(/* turbopackIgnore: true */ READER, {
      workerData: { path, mediaType },
      execArgv: ['--import', 'tsx'],
      // a settled scan or a fault of the reader is no news for the operator
      stdout: true,
      stderr: true,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
    });
    let read: ReadDocument = { text: '' };
    const timer = setTimeout(() => worker.terminate(), ms);
    worker.on('message', (answer: ReadDocument) => {
      read = answer;
    });
    // out of memory, or a fault of a parser: the file is kept and is found by its title
    worker.on('error', () => {});
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(read);
    });
  });
}
