/**
 * `npm run bench -- objectivity`: how often the signs fire on generated schools with and without bias. Writes the table into
 * docs/objectivity.md and, for the page of the method, into lib/domain/objectivity/measured-power.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from '@/scripts/portal/command';
import { markdownOf } from './objectivity-measured';
import { discoveryRates, peakRows } from './objectivity-peaks';
import { changeRows, journalRows, meanRows, taskRows, yearMarkRows } from './objectivity-plain-signs';

const COMMAND = 'npm run bench -- objectivity';
const TABLE = /(<!-- measured -->\n)[\s\S]*(\n<!-- \/measured -->)/;

export function simulateObjectivity(measuredOn: Date): void {
  say('Простые признаки S1, S2, S3, S5, S8…');
  const plain = [meanRows(), journalRows(), changeRows(), changeRows(1.96), taskRows(), yearMarkRows()].flat();
  say('S4: пик на границе…');
  const began = process.cpuUsage().user;
  const peaks = peakRows();
  const tests = peaks.reduce((sum, { runs }) => sum + runs, 0);
  say(`${((process.cpuUsage().user - began) / 1000 / tests).toFixed(2)} мс процессора на работу, ${tests} работ`);
  say('Доля ложных по городу…');
  const rows = [...plain, ...peaks, ...discoveryRates()];
  const date = measuredOn.toISOString().slice(0, 10);
  const json = JSON.stringify({ measuredOn: date, command: COMMAND, rows }, null, 2);
  writeFileSync(resolve('lib', 'domain', 'objectivity', 'measured-power.json'), `${json}\n`);
  const page = resolve('docs', 'objectivity.md');
  const text = readFileSync(page, 'utf8');
  const table = `Measured on ${date} by \`${COMMAND}\`.\n\n${markdownOf(rows)}`;
  writeFileSync(
    page,
    text.replace(TABLE, (_, begin: string, end: string) => `${begin}${table}${end}`),
  );
  say(markdownOf(rows));
}
