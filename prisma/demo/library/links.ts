/** What of the library stands beside the support of the demonstration, and the experience of a school that МОЦ published. */
import type { Prisma } from '@/lib/db/generated/client';
import { demoId } from '../identifiers';
import { moscow } from '../moments';
import { CITY_METHODIST } from '../people';
import { identityToday } from '../schools';
import { decisionRows, experienceRows } from '../support/development';
import { examinationRows } from '../support/examinations';
import { programmeRows } from '../support/programmes';
import type { SupportedSchool } from '../support/supported';
import { REGION } from '../territory';
import { documentRows } from './documents';

type Link = Prisma.DocumentLinkCreateManyInput;

const experienceDocumentId = (experienceId: string) => demoId('document', `experience/${experienceId}`);
const published = (supported: readonly SupportedSchool[]) =>
  experienceRows(supported).filter(({ publishedAt }) => publishedAt !== null);

/** The published experience as documents, as publishing it makes them. */
export function experienceDocumentRows(supported: readonly SupportedSchool[]): Prisma.DocumentCreateManyInput[] {
  const names = new Map(supported.map(({ school }) => [school.id, identityToday(school).shortName]));
  return published(supported).map(({ id = '', title, text, municipalityId, schoolId, publishedAt }) => ({
    ...{ id: experienceDocumentId(id), regionId: REGION.id, municipalityId, kind: 'MATERIAL', type: 'Опыт школы' },
    ...{ title, about: text, issuer: names.get(schoolId) ?? '', level: 'SCHOOL', audience: 'SCHOOLS', version: 1 },
    ...{ number: '', issuedOn: null, url: '', subject: '', direction: null, inForce: true, archived: false },
    ...{ changedBy: CITY_METHODIST.name, changedAt: publishedAt ?? moscow(2020, 6, 10, 12) },
  }));
}

/** The order of the city beside its decisions, the report on all-Russian tests beside examinations, the measures beside programmes. */
export function documentLinkRows(supported: readonly SupportedSchool[]): Link[] {
  const by = { linkedBy: CITY_METHODIST.name, linkedAt: moscow(2020, 3, 3, 11) };
  const withWords = (words: string) =>
    documentRows().filter(({ title, number }) => title.includes(words) || number === words);
  const beside = (
    words: string,
    subjectType: string,
    rows: readonly { id?: string; municipalityId: string; schoolId?: string }[],
  ) =>
    withWords(words).flatMap((document) =>
      rows
        .filter(({ municipalityId }) => document.municipalityId === null || document.municipalityId === municipalityId)
        .map(
          ({ id = '', municipalityId, schoolId = null }): Link => ({
            ...{ documentId: document.id ?? '', subjectType, subjectId: id, municipalityId, schoolId },
            ...by,
          }),
        ),
    );
  return [
    ...beside('117', 'decision', decisionRows(supported)),
    ...beside('по результатам ВПР', 'examination', examinationRows(supported)),
    ...beside('338-ОД', 'programme', programmeRows(supported)),
    ...published(supported).map(
      ({ id = '', municipalityId }): Link => ({
        ...{ documentId: experienceDocumentId(id), subjectType: 'experience', subjectId: id, municipalityId },
        ...{ schoolId: null, ...by },
      }),
    ),
  ];
}
