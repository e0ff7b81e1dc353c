/** Characters at least; length is what makes a password hard to guess (NIST SP 800-63B, OWASP ASVS 5, V6). */
export const MINIMUM_PASSWORD_LENGTH = 12;
