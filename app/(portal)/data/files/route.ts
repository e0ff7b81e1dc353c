import { callerOf } from '@/app/api/authentication';
import { uploadedImport } from '@/app/api/v1/imports/uploaded-import';
import type { Failure } from '@/lib/domain/failure';
import { UPLOAD_FAILURE, writtenFailure } from '../upload/upload-failure';

/** a page that is reloaded later shows no old failure */
const SHOWN_FOR_SECONDS = 15;

/** The form of the upload page as a browser without JavaScript sends it: leads to the preview or back to the form. */
export async function POST(request: Request): Promise<Response> {
  const now = new Date();
  const caller = await callerOf(request, now);
  if (!caller.ok) return leadTo('/sign-in?callbackUrl=%2Fdata%2Fupload');
  const preview = await uploadedImport(caller.value, request, now);
  if (preview.ok) return leadTo(`/data/imports/${preview.value.id}`);
  return leadTo('/data/upload', preview.failure);
}

function leadTo(location: string, failure?: Failure): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  if (failure) {
    const value = writtenFailure(failure, {});
    headers.set(
      'set-cookie',
      `${UPLOAD_FAILURE}=${value}; Path=/data/upload; Max-Age=${SHOWN_FOR_SECONDS}; HttpOnly; SameSite=Strict`,
    );
  }
  return new Response(null, { status: 303, headers });
}
