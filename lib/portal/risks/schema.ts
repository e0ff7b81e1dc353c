import { z } from 'zod';

const text = z.string().trim().max(3000, 'Не длиннее 3000 знаков.');

export const riskItemsSchema = z
  .array(
    z.object({
      factor: z.string().max(10),
      significance: z.enum(['HIGH', 'MEDIUM', 'LOW', 'NONE'], 'Выберите значимость.'),
      evidence: text,
      criteria: z.array(z.string().max(50)).max(60),
      findingIds: z.array(z.guid()).max(60),
      chosen: z.boolean(),
    }),
  )
  .max(60);
export type RiskItemInput = z.output<typeof riskItemsSchema>[number];

export const opinionsSchema = z
  .array(
    z.object({
      factor: z.string().max(10),
      opinion: z.enum(['AGREES', 'DISAGREES'], 'Ответьте: согласны или нет.'),
      opinionText: text,
    }),
  )
  .max(60);
export type OpinionInput = z.output<typeof opinionsSchema>[number];
