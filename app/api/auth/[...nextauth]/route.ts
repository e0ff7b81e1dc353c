import { cookies } from 'next/headers';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { SESSION_SECONDS } from '@/lib/access/session';
import { sessionSecret } from '@/lib/env';
import { DEVICE_COOKIE, deviceCookie, signIn } from '@/lib/portal/accounts/sign-in';

const options: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(credentials) {
        const { email, password } = credentials ?? {};
        if (typeof email !== 'string' || typeof password !== 'string' || email.length > 320 || password.length > 1000) {
          return null;
        }
        const jar = await cookies();
        const knownDevice = jar.get(DEVICE_COOKIE)?.value;
        const claims = await signIn(
          { email, password, ...(knownDevice ? { deviceCookie: knownDevice } : {}) },
          new Date(),
        );
        if (claims === 'too-many') throw new Error('TooMany');
        if (!claims) return null;
        jar.set(deviceCookie(email));
        return { id: claims.accountId, sessionVersion: claims.sessionVersion };
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (!user) return token;
      // Only what finds the account again: its name, role and scope are read from the database at every request.
      return { accountId: user.id, sessionVersion: (user as { sessionVersion?: number }).sessionVersion };
    },
    session({ session }) {
      return { expires: session.expires };
    },
  },
};

/** The secret is known when the portal runs, not when it is built. */
function handler(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return NextAuth({ ...options, secret: sessionSecret() })(request, context);
}

export { handler as GET, handler as POST };
