import type { ReadStream, WriteStream } from 'node:tty';
import { CommandFault } from './command';

type Terminal = Pick<ReadStream, 'on' | 'off' | 'setRawMode' | 'setEncoding' | 'resume' | 'pause'>;

const ENTER = ['\r', '\n'];
const BACKSPACE = ['\u007f', '\b'];
const INTERRUPT = '\u0003';
const END = '\u0004';
const CLEAR_LINE = '\u0015';

/** Asks for a line on the terminal that nobody sees while it is typed. Throws CommandFault on Ctrl-C. */
export function hiddenLine(question: string, input: Terminal, output: Pick<WriteStream, 'write'>): Promise<string> {
  output.write(question);
  return new Promise((resolve, reject) => {
    let typed = '';
    const finish = (settle: () => void) => {
      input.off('data', take);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
      settle();
    };
    const take = (text: string) => {
      // what was pasted comes at once
      for (const sign of text) {
        if (sign === INTERRUPT) return finish(() => reject(new CommandFault('Прервано, ничего не изменено.')));
        if (ENTER.includes(sign) || sign === END) return finish(() => resolve(typed));
        if (sign === CLEAR_LINE) typed = '';
        else if (BACKSPACE.includes(sign)) typed = [...typed].slice(0, -1).join('');
        else typed += sign;
      }
    };
    input.setEncoding('utf8');
    input.setRawMode(true);
    input.on('data', take);
    input.resume();
  });
}

/** Everything that a program gives on its standard input, without the line break at its end. */
export async function wholeInput(input: AsyncIterable<Buffer | string>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}
