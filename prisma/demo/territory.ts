/** The region and its 27 municipalities under their present names and legal form (domain.md 9); numbers of schools are invented. */
import type { Prisma } from '@/lib/db/generated/client';
import { demoId } from './identifiers';

export const REGION = { id: demoId('region', 'smolensk-region'), code: 'smolensk-region', name: 'Смоленская область' };

export interface DemoMunicipality {
  id: string;
  code: string;
  name: string;
  kind: 'MUNICIPAL_OKRUG' | 'URBAN_OKRUG';
  /** open schools, of which so many stand in the seat */
  schools: number;
  schoolsInSeat: number;
  /** the settlement from which it is governed, «г. Вязьма», and its bare name in the genitive, «Вязьмы» */
  seat: string;
  seatGenitive: string;
  /** names the only school of a seat: «Глинковская» */
  seatAdjective: string;
}

type Line = readonly [
  code: string,
  adjective: string,
  schools: number,
  schoolsInSeat: number,
  settlement: 'г.' | 'п.' | 'с.',
  seat: string,
  seatGenitive: string,
];

const OKRUGS: readonly Line[] = [
  ['velizh', 'Велижский', 9, 2, 'г.', 'Велиж', 'Велижа'],
  ['vyazma', 'Вяземский', 12, 6, 'г.', 'Вязьма', 'Вязьмы'],
  ['gagarin', 'Гагаринский', 18, 5, 'г.', 'Гагарин', 'Гагарина'],
  ['glinka', 'Глинковский', 7, 1, 'с.', 'Глинка', 'Глинка'],
  ['demidov', 'Демидовский', 10, 2, 'г.', 'Демидов', 'Демидова'],
  ['dorogobuzh', 'Дорогобужский', 14, 3, 'г.', 'Дорогобуж', 'Дорогобужа'],
  ['dukhovshchina', 'Духовщинский', 10, 2, 'г.', 'Духовщина', 'Духовщины'],
  ['elnya', 'Ельнинский', 10, 3, 'г.', 'Ельня', 'Ельни'],
  ['ershichi', 'Ершичский', 7, 1, 'с.', 'Ершичи', 'Ершичи'],
  ['kardymovo', 'Кардымовский', 9, 1, 'п.', 'Кардымово', 'Кардымово'],
  ['krasny', 'Краснинский', 10, 1, 'п.', 'Красный', 'Красный'],
  ['monastyrshchina', 'Монастырщинский', 10, 1, 'п.', 'Монастырщина', 'Монастырщина'],
  ['novodugino', 'Новодугинский', 10, 1, 'с.', 'Новодугино', 'Новодугино'],
  ['pochinok', 'Починковский', 18, 4, 'г.', 'Починок', 'Починка'],
  ['roslavl', 'Рославльский', 20, 9, 'г.', 'Рославль', 'Рославля'],
  ['rudnya', 'Руднянский', 16, 3, 'г.', 'Рудня', 'Рудни'],
  ['safonovo', 'Сафоновский', 20, 8, 'г.', 'Сафоново', 'Сафоново'],
  ['smolenskiy', 'Смоленский', 20, 0, 'г.', 'Смоленск', 'Смоленска'],
  ['sychevka', 'Сычевский', 10, 2, 'г.', 'Сычёвка', 'Сычёвки'],
  ['temkino', 'Темкинский', 8, 1, 'с.', 'Тёмкино', 'Тёмкино'],
  ['ugra', 'Угранский', 9, 1, 'с.', 'Угра', 'Угра'],
  ['khislavichi', 'Хиславичский', 9, 1, 'п.', 'Хиславичи', 'Хиславичи'],
  ['kholm-zhirkovskiy', 'Холм-Жирковский', 10, 1, 'п.', 'Холм-Жирковский', 'Холм-Жирковский'],
  ['shumyachi', 'Шумячский', 9, 1, 'п.', 'Шумячи', 'Шумячи'],
  ['yartsevo', 'Ярцевский', 16, 8, 'г.', 'Ярцево', 'Ярцево'],
];

const CITIES: readonly Line[] = [
  ['desnogorsk', 'Десногорская', 6, 6, 'г.', 'Десногорск', 'Десногорска'],
  ['smolensk', 'Смоленская', 43, 43, 'г.', 'Смоленск', 'Смоленска'],
];

function municipality(
  [code, adjective, schools, schoolsInSeat, settlement, seat, seatGenitive]: Line,
  kind: DemoMunicipality['kind'],
): DemoMunicipality {
  return {
    id: demoId('municipality', code),
    code,
    name: kind === 'URBAN_OKRUG' ? `Город ${seat}` : `${adjective} муниципальный округ`,
    kind,
    schools,
    schoolsInSeat,
    seat: `${settlement} ${seat}`,
    seatGenitive,
    seatAdjective: adjective.replace(/ский$/, 'ская'),
  };
}

export const MUNICIPALITIES: readonly DemoMunicipality[] = [
  ...OKRUGS.map((line) => municipality(line, 'MUNICIPAL_OKRUG')),
  ...CITIES.map((line) => municipality(line, 'URBAN_OKRUG')),
];

export function municipalityByCode(code: string): DemoMunicipality {
  const found = MUNICIPALITIES.find((candidate) => candidate.code === code);
  if (!found) throw new Error(`no municipality ${code}`);
  return found;
}

export function regionRows(): Prisma.RegionCreateManyInput[] {
  return [REGION];
}

export function municipalityRows(): Prisma.MunicipalityCreateManyInput[] {
  return MUNICIPALITIES.map(({ id, code, name, kind }) => ({ id, regionId: REGION.id, code, name, kind }));
}
