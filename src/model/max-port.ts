/** The highest port: port numbers have 16 bits (RFC 9293, section 3.1; RFC 768). */
export const MAX_PORT = 65535
