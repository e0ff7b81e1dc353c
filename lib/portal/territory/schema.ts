import { z } from 'zod';

const code = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{0,49}$/, 'Код — латинские буквы, цифры и дефис, например vyazma.');
const name = z.string().trim().min(1, 'Укажите название.').max(300, 'Не больше 300 знаков.');

export const regionSchema = z.object({ code, name });
export type RegionInput = z.output<typeof regionSchema>;

export const municipalitySchema = z.object({
  regionId: z.uuid('Выберите регион.'),
  code,
  name,
  kind: z.enum(['MUNICIPAL_OKRUG', 'URBAN_OKRUG'], { error: 'Выберите вид муниципалитета.' }),
});
export type MunicipalityInput = z.output<typeof municipalitySchema>;
