import { type NextRequest, NextResponse } from 'next/server';

const DEVELOPMENT = process.env.NODE_ENV === 'development';

/** Only our own files and the scripts that carry this answer's nonce; style attributes are allowed, style tags are not. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${DEVELOPMENT ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${DEVELOPMENT ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Gives each page its nonce and security headers; who may see what is decided behind the door, not here. */
export function proxy(request: NextRequest): NextResponse {
  // PostgreSQL knows no NUL in a text, and no page asks for one
  if (request.nextUrl.search.includes('%00')) {
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    return new NextResponse('В адресе есть знак, которого портал не понимает. Наберите адрес без него.', {
      status: 400,
      headers,
    });
  }
  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll('-', ''));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-moc-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (request.nextUrl.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https') {
    response.headers.set('strict-transport-security', 'max-age=31536000');
  }
  return response;
}

export const config = {
  // the API gives data, not pages; and what passes here is held in memory as a whole, cut off at 10 MB
  matcher: [{ source: '/((?!api/v1/|_next/static|_next/image|favicon.ico|icon.svg).*)' }],
};
