import { openApiDocument } from './document';

export { apiReference } from './reference';

let text: string | undefined;

/** The OpenAPI document as JSON; it is the same for everybody and holds no data. */
export function openApiText(): string {
  text ??= JSON.stringify(openApiDocument());
  return text;
}
