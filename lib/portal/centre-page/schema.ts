import { z } from 'zod';
import type { CentrePage } from '@/lib/db/generated/client';

const short = (length: number) => z.string().trim().max(length, `Не длиннее ${length} знаков.`);

/** The form of the page; `version` 0 opens it. */
export const centrePageSchema = z.object({
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  name: short(300).min(1, 'Укажите название центра.'),
  about: short(10_000),
  headPost: short(300),
  address: short(300),
  phone: short(100),
  email: z.union([z.literal(''), z.email('Укажите адрес вида moc@example.ru.').max(200)]),
});
export type CentrePageInput = z.output<typeof centrePageSchema>;
export type CentrePageJson = CentrePageInput;

export function centrePageJson(page: CentrePage | null): CentrePageJson {
  if (!page) return { version: 0, name: '', about: '', headPost: '', address: '', phone: '', email: '' };
  const { version, name, about, headPost, address, phone, email } = page;
  return { version, name, about, headPost, address, phone, email };
}
