/** A form of a page, filled in and sent over plain HTTP: what a browser without JavaScript would do. */
import type { Session } from '../harness/session';

const ENTITIES: Record<string, string> = { '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };

export function unescaped(html: string): string {
  return html.replace(/&(quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Opens the page and sends its form that has this button, with these fields over the hidden ones. */
export async function sendForm(
  session: Session,
  path: string,
  button: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  const page = await (await session.call('GET', path)).text();
  const forms = page.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((one) => one.includes(`>${button}</button>`));
  if (!form) throw new Error(`No form with «${button}» on ${path}`);
  const sent = new FormData();
  for (const [input] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const attribute = (name: string) => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '');
    sent.set(attribute('name'), attribute('value'));
  }
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  return session.send(path, sent);
}
