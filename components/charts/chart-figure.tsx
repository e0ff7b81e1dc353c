import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useId } from 'react';

export interface ChartFigureProps {
  /** What the figure shows; the heading over it. */
  title: string;
  description?: ReactNode;
  legend?: ReactNode;
  /** The drawing, loaded when it is seen. */
  chart: ReactNode;
  /** The same numbers as a table. */
  table: ReactNode;
  /** h3 by default. */
  level?: 2 | 3;
}

/**
 * A chart with its table: two radio buttons change between them, without JavaScript; without it, and on paper, the
 * table is there by itself.
 */
export function ChartFigure({ title, description, legend, chart, table, level = 3 }: ChartFigureProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure aria-labelledby={`${id}-title`} className="chart-figure min-w-0">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <figcaption className="min-w-0">
          <Heading id={`${id}-title`} className={level === 2 ? 'text-lg font-semibold' : 'font-semibold'}>
            {title}
          </Heading>
          {description ? <p className="mt-0.5 max-w-2xl text-sm text-muted">{description}</p> : null}
        </figcaption>
        <fieldset data-view="switch" className="flex">
          <legend className="sr-only">Вид: {title}</legend>
          <Choice name={`${id}-view`} value="chart" icon={<ChartColumn aria-hidden />} defaultChecked>
            Диаграмма
          </Choice>
          <Choice name={`${id}-view`} value="table" icon={<Table2 aria-hidden />}>
            Таблица
          </Choice>
        </fieldset>
      </div>
      <div data-view="chart" data-print="whole">
        {legend ? <div className="mb-3">{legend}</div> : null}
        {chart}
      </div>
      <div data-view="table">{table}</div>
    </figure>
  );
}

interface ChoiceProps {
  name: string;
  value: string;
  icon: ReactNode;
  defaultChecked?: boolean;
  children: ReactNode;
}

function Choice({ icon, children, ...input }: ChoiceProps) {
  return (
    <label className="chart-choice">
      <input type="radio" className="sr-only" {...input} />
      {icon}
      {children}
    </label>
  );
}
