/** What МОЦ writes when it checks an answer: the source by the group of the criterion, the reason by what was found. */
import type { Answer } from '@/lib/domain/answers';

/** Sources by group code; `spring` is the calendar year in which the results year ended. */
const SOURCES: Record<string, (spring: number) => string> = {
  OGE: (spring) => `Протоколы РЦОИ, ОГЭ ${spring} года`,
  EGE: (spring) => `Протоколы РЦОИ, ЕГЭ ${spring} года`,
  OBJ: (spring) => `Карта объективности результатов ВПР за ${spring} год`,
  OLY: (spring) => `Итоговые протоколы ВсОШ и приказы о конкурсах, ${spring - 1}/${spring} учебный год`,
  INT: (spring) => `Отчёт об итогах промежуточной аттестации, ${spring - 1}/${spring} учебный год`,
  SOC: (spring) => `Социальный паспорт школы, ${spring - 1}/${spring} учебный год`,
  RES: (spring) => `Отчёт школы о кадрах и условиях, ${spring - 1}/${spring} учебный год`,
};

export function sourceOf(group: string, spring: number): string {
  return SOURCES[group]?.(spring) ?? `Отчёт школы, ${spring - 1}/${spring} учебный год`;
}

export function correctionReason(declared: Answer, verified: Answer): string {
  if (Array.isArray(verified)) {
    const missed = verified.filter((sign) => !Array.isArray(declared) || !declared.includes(sign));
    return `По источнику есть и другие признаки, требующие анализа: ${missed.join(', ')}.`;
  }
  return verified === 'yes'
    ? 'В карте «нет», по источнику критерий выполняется: засчитано «да».'
    : 'В карте «да», источник этого не подтверждает: засчитано «нет».';
}

export const CONFIRMATION_REASON = 'Ответ школы сверен с источником и подтверждён.';

export function returnMessage(codes: readonly string[]): string {
  const many = codes.length > 1;
  return `Сверьте с источниками ${many ? 'ответы' : 'ответ'} ${codes.join(', ')}: по нашим данным ${many ? 'они другие' : 'он другой'}. Исправьте или поясните и отправьте карту снова.`;
}

export function criterionRemark(source: string): string {
  return `Ответ расходится с источником «${source}». Проверьте, пожалуйста.`;
}
