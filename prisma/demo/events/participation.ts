/** Who came to the events of the demonstration and what they said; invented, with one place that was left empty. */
import type { Prisma } from '@/lib/db/generated/client';
import { demoId } from '../identifiers';
import { moscow } from '../moments';
import type { DemoSchool } from '../schools';
import { BY_HEAD, type SupportedSchool } from '../support/supported';

/** Event, numbers of the schools with those signed up and those who came, in the order in which they signed up. */
const CAME: readonly [string, readonly (readonly [string, number, number])[]][] = [
  [
    'mechanisms',
    [
      ['06', 2, 2],
      ['07', 2, 2],
      ['08', 1, 1],
      ['11', 2, 1],
      ['17', 2, 2],
      ['40', 3, 3],
    ],
  ],
  [
    'modern-lesson',
    [
      ['19', 4, 4],
      ['36', 3, 2],
    ],
  ],
  ['professional-talk', [['01', 3, 3]]],
  ['motivation', [['38', 4, 4]]],
  [
    'efficiency',
    [
      ['17', 2, 2],
      ['18', 2, 0],
      ['22', 1, 1],
      ['29', 2, 2],
    ],
  ],
  [
    'planned-results',
    [
      ['06', 1, 1],
      ['17', 1, 1],
      ['23', 1, 1],
    ],
  ],
];

const FEEDBACK: readonly [string, string, number, number, string][] = [
  ['mechanisms', '17', 5, 4, 'Карту внутреннего контроля взяли за основу.'],
  ['mechanisms', '08', 4, 4, ''],
  ['modern-lesson', '19', 5, 5, 'Задания трёх уровней пробуем в пятых классах.'],
  ['modern-lesson', '36', 4, 3, 'Нужны готовые материалы.'],
  ['motivation', '38', 5, 4, 'Провели такую же встречу со своими учителями.'],
  ['efficiency', '22', 3, 3, ''],
];

/** When the events were: a school signs up some days before. */
const DAYS: Readonly<Record<string, readonly [number, number, number]>> = {
  mechanisms: [2019, 8, 28],
  'modern-lesson': [2020, 1, 17],
  'professional-talk': [2020, 1, 21],
  motivation: [2020, 1, 24],
  efficiency: [2020, 1, 30],
  'planned-results': [2020, 2, 27],
};

const dayOfEvent = (key: string) => DAYS[key] ?? ([2020, 1, 1] as const);

export function eventSignUpRows(
  supported: readonly SupportedSchool[],
  schools: readonly DemoSchool[],
): Prisma.EventSignUpCreateManyInput[] {
  const municipalityId = supported[0]?.municipalityId;
  if (!municipalityId) return [];
  return CAME.flatMap(([key, rows]) =>
    rows.flatMap(([number, participants, attended], at) => {
      const school = schools.find(({ code }) => code === `smolensk-${number}`);
      if (!school) return [];
      const [year, month, day] = dayOfEvent(key);
      return [
        {
          ...{ eventId: demoId('event', key), schoolId: school.id, municipalityId, state: 'CONFIRMED' as const },
          ...{ participants, posts: participants > 1 ? 'заместитель директора, учителя' : 'заместитель директора' },
          ...{ queuedAt: moscow(year, month, Math.max(1, day - 5), 10, at), attended, signedUpBy: BY_HEAD },
          changedAt: moscow(year, month, day, 18, at),
        },
      ];
    }),
  );
}

export function eventFeedbackRows(
  supported: readonly SupportedSchool[],
  schools: readonly DemoSchool[],
): Prisma.EventFeedbackCreateManyInput[] {
  const municipalityId = supported[0]?.municipalityId;
  if (!municipalityId) return [];
  return FEEDBACK.flatMap(([key, number, useful, applicable, text], at) => {
    const school = schools.find(({ code }) => code === `smolensk-${number}`);
    const [year, month, day] = dayOfEvent(key);
    const givenAt = moscow(year, month, day, 19, at);
    return school
      ? [{ eventId: demoId('event', key), schoolId: school.id, municipalityId, useful, applicable, text, givenAt }]
      : [];
  });
}
