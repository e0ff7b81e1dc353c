import Link from 'next/link';
import { gradesInWords, SCHOOL_KINDS } from '@/components/schools/school-kinds';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Status } from '@/components/ui/status';
import { capitalised, countOf, formatDate, NBSP, typeset } from '@/lib/domain/russian';
import type { SchoolHead } from '@/lib/portal/schools/views';
import { MoveNotices } from './move-notices';
import { StateStrip } from './state-strip';

interface SchoolHeaderProps {
  head: SchoolHead;
  /** a principal has no list of schools to go back to */
  ownSchool: boolean;
  /** false: what the strip says stands in the tab itself, so that it stays off paper */
  stripOnPaper: boolean;
  now: Date;
}

/** The school, where it stands and what comes next: over every tab. */
export function SchoolHeader({ head, ownSchool, stripOnPaper, now }: SchoolHeaderProps) {
  const traits = [
    SCHOOL_KINDS[head.kind],
    gradesInWords(head.gradeFrom, head.gradeTo),
    ...(head.pupils === null ? [] : [countOf(head.pupils, 'обучающийся', 'обучающихся', 'обучающихся')]),
    capitalised(head.municipalityName),
  ];
  return (
    <>
      <PageHeader
        breadcrumbs={ownSchool ? undefined : [{ label: 'Школы', href: '/schools' }]}
        kind={
          <>
            {ownSchool ? 'Ваша школа' : 'Школа'}, код <span className="whitespace-nowrap">{head.code}</span>
          </>
        }
        title={typeset(head.shortName)}
        status={head.closedOn ? <Status>закрыта {formatDate(head.closedOn)}</Status> : null}
        description={
          <>
            {typeset(traits.join(' · '))}
            {head.mergedInto ? (
              <span className="block">
                Присоединена к{NBSP}школе{' '}
                {ownSchool ? (
                  typeset(head.mergedInto.name)
                ) : (
                  <Link href={`/schools/${head.mergedInto.id}`} className="link">
                    {typeset(head.mergedInto.name)}
                  </Link>
                )}{' '}
                {formatDate(head.mergedInto.happenedOn)}
              </span>
            ) : null}
          </>
        }
        actions={head.may.edit ? <LinkButton href={`/schools/${head.id}/edit`}>Изменить паспорт</LinkButton> : null}
      />
      <MoveNotices head={head} />
      {head.may.results ? (
        <div data-print={stripOnPaper ? undefined : 'none'}>
          <StateStrip head={head} now={now} />
        </div>
      ) : null}
    </>
  );
}
