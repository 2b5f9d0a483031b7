/** Names that stand on the wire and in firewall rules: no language translates them (IANA registries and RFC titles). */

/** Transports that a firewall rule names. */
export const transports = new Set(['TCP', 'UDP', 'SCTP'])

/** Application and security protocols. */
export const protocols = new Set([
  ...['SIP', 'SIPS', 'TLS', 'MTLS', 'DTLS', 'SSL', 'HTTP', 'HTTPS', 'DNS', 'STUN', 'TURN', 'MSTURN', 'ICE'],
  ...['RTP', 'SRTP', 'RTCP', 'SRTCP', 'SAVP', 'PSOM', 'XMPP', 'DHCP', 'RPC', 'DCOM', 'SMB', 'LDAP', 'LDAPS'],
  ...['FTP', 'SFTP', 'FTPS', 'TFTP', 'NTP', 'SNMP', 'NTLM', 'RDP', 'SSH', 'SOAP', 'SMTP', 'IMAP', 'POP3'],
  ...['MAPI', 'SDP', 'CSTA', 'WMI', 'MSMQ', 'ICMP', 'IGMP', 'GRE', 'L2TP', 'PPTP', 'IKE', 'RADIUS', 'QUIC'],
])

/** Abbreviations of networks that translations keep as well, though they are no protocols. */
export const networkNames = new Set([
  ...[
    'IP',
    'IPV4',
    'IPV6',
    'NAT',
    'VIP',
    'DMZ',
    'SRV',
    'SBC',
    'PSTN',
    'IIS',
    'WCF',
    'QOS',
    'DSCP',
    'VPN',
    'PBX',
    'MPLS',
  ],
  ...['EF', 'AF21', 'AF41', 'ID', 'GUID', 'OAUTH', 'NIC', 'VLAN', 'WAN', 'LAN'],
])

export const isTransport = (token: string): boolean => transports.has(token)
export const isWire = (token: string): boolean => transports.has(token) || protocols.has(token)

/** What an adjective before a protocol makes of its name: mutual TLS is MTLS, secure RTP is SRTP, trivial FTP is TFTP. */
const qualifiedNames = [
  {adjective: 'mutual', names: (token: string) => [`M${token}`]},
  {adjective: 'trivial', names: (token: string) => [`T${token}`]},
  {adjective: 'secured?', names: (token: string) => [`S${token}`, `${token}S`]},
]

/** Whether a text says, with an adjective before `token`, what `word` says in one: `MTLS` for "mutual TLS". */
export const isWrittenAs = (text: string, token: string, word: string): boolean =>
  qualifiedNames.some(
    ({adjective, names}) =>
      names(token).includes(word.toUpperCase()) && new RegExp(`\\b${adjective} ${token}\\b`, 'i').test(text),
  )
