/** Says to screen readers what changed on the page («Сохранено в 14:32», «Показано 8 школ»); put once, change `text`. */
export function LiveRegion({ text, urgent = false }: { text: string; urgent?: boolean }) {
  return (
    <div role={urgent ? 'alert' : 'status'} aria-atomic className="sr-only">
      {text}
    </div>
  );
}
