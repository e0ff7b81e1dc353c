import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { may } from '@/lib/access/policy';
import { FIT_WEIGHTS, type FitPart, HOST_CAPACITY, LEAST_REASONS } from '@/lib/domain/support/partner-fit';

export const metadata: Metadata = { title: 'Как подбираются партнёры' };

const PARTS: Readonly<Record<FitPart, [title: string, how: string]>> = {
  strength: [
    'Сильна там, где школа слаба',
    'По группам критериев, где у школы есть баллы: насколько доля баллов лидера меньше. Группы с большим числом баллов весят больше.',
  ],
  social: [
    'Похожие социальные условия',
    'Полный балл при одинаковом индексе социальных условий, ноль при разнице в 30 пунктов (два стандартных отклонения).',
  ],
  size: ['Похожий размер', 'Полный балл при одинаковом числе учеников, ноль, если одна школа вчетверо больше.'],
  type: ['Те же классы и вид школы', 'Доля классов школы, которые учит и лидер; для школы другого вида — половина.'],
  resilient: ['Резильентная школа', 'Хорошие результаты в трудных условиях.'],
  trust: [
    'Доверие к результатам лидера',
    'Полный балл, если признаков, требующих дополнительного анализа, почти нет; половина, если данных мало.',
  ],
  distance: ['Близость', 'Один муниципалитет. Точных расстояний портал не знает.'],
  load: ['Нагрузка лидера', `Лидер берёт не больше ${HOST_CAPACITY} школ; чем больше уже взял, тем меньше балл.`],
  past: [
    'Прошлое партнёрство',
    'Полный балл, если прошлое партнёрство этих школ завершилось; ноль, если не состоялось; иначе половина.',
  ],
};

export default async function MethodPage() {
  const viewer = await requireViewer();
  if (!may(viewer, 'partnership.change') && !may(viewer, 'support.overview')) forbidden();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Партнёры и сети', href: '/support/partners' }]}
        title="Как подбираются партнёры"
        description="Веса — предложение портала, а не утверждённая методика. Решение принимает МОЦ."
      />
      <Panel title="Из чего складывается соответствие" padding="flush" className="mb-6">
        <Table caption="Части соответствия">
          <TableHead>
            <tr>
              <HeaderCell>Часть</HeaderCell>
              <HeaderCell numeric>Вес</HeaderCell>
              <HeaderCell>Как считается</HeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {(Object.keys(FIT_WEIGHTS) as FitPart[]).map((part) => (
              <TableRow key={part}>
                <RowHeader>{PARTS[part][0]}</RowHeader>
                <Cell numeric>{FIT_WEIGHTS[part]}</Cell>
                <Cell>{PARTS[part][1]}</Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Panel>
      <Panel title="Когда пара не предлагается">
        <ul className="list-disc space-y-1 pl-5">
          <li>Школа-лидер сама стоит в списке школ с низкими результатами.</li>
          <li>Записан конфликт интересов этих школ.</li>
          <li>Лидер уже поддерживает столько школ, сколько может.</li>
          <li>Доводов за меньше {LEAST_REASONS}.</li>
        </ul>
        <p className="mt-4 max-w-prose">
          Пары подбираются не по одной, а все сразу: венгерский метод находит распределение с наибольшим общим
          соответствием. Закреплённые и исключённые вами пары входят в расчёт как условия.
        </p>
      </Panel>
    </>
  );
}
