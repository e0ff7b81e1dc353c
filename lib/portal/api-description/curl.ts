import type { Body, Operation } from './operation';
import { parametersOf } from './parameters';

/** A call of an operation that one can paste into a shell after setting TOKEN. `body` is an example of JSON. */
export function curlOf(operation: Operation, address: string, body: unknown): string {
  const lines = [
    `curl${operation.method === 'GET' ? '' : ` -X ${operation.method}`} '${addressOf(operation, address)}'`,
    ...(operation.may === null ? [] : [`-H "Authorization: Bearer $TOKEN"`]),
    ...(operation.repeatable ? [`-H "Idempotency-Key: $(uuidgen)"`] : []),
    ...(operation.body ? bodyLines(operation.body, body) : []),
    ...(typeof operation.answer === 'object' && 'file' in operation.answer ? ['-OJ'] : []),
  ];
  return lines.join(' \\\n  ');
}

function addressOf(operation: Operation, address: string): string {
  const query = parametersOf(operation)
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name }) => `${name}=${name.toUpperCase()}`)
    .join('&');
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
  return `${address}/api/v1${path}${query && `?${query}`}`;
}

function bodyLines(body: Body, example: unknown): string[] {
  if ('form' in body) {
    const fields = Object.keys(body.form.shape).map((name) => `-F '${name}=${name.toUpperCase()}'`);
    return [...fields, "-F 'file=@файл'"];
  }
  if ('file' in body) return [`-H 'Content-Type: ${body.file[0]}'`, "--data-binary @'файл'"];
  // a single quote inside would end the shell's string
  const json = JSON.stringify(example).replaceAll("'", String.raw`'\''`);
  return ["-H 'Content-Type: application/json'", `-d '${json}'`];
}
