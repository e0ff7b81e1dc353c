'use client';

import { ErrorMessage, type ErrorMessageProps } from '@/components/shell/error-message';

export default function ErrorPage(props: ErrorMessageProps) {
  return (
    <main className="px-4 sm:px-6">
      <ErrorMessage {...props} />
    </main>
  );
}
