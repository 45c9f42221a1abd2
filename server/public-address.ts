import { BlockList, isIP, isIPv4 } from 'node:net'

/** What IANA's special-purpose registry for IPv4 (RFC 6890 and later) keeps from the public internet, and multicast. */
const NOT_PUBLIC_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** The same for the one part of IPv6 that is global unicast (2000::/3): protocol assignments, tunnels, documentation. */
const NOT_PUBLIC_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const

const special4 = new BlockList()
for (const [network, prefix] of NOT_PUBLIC_4) special4.addSubnet(network, prefix, 'ipv4')

const special6 = new BlockList()
for (const [network, prefix] of NOT_PUBLIC_6) special6.addSubnet(network, prefix, 'ipv6')

const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/**
 * Whether an address is one that anybody on the internet may have. Of IPv6 only global unicast is: mapped, translated
 * (64:ff9b::/96), link-local and unique-local addresses lead into networks that the asker cannot see.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  if (isIPv4(address)) return !special4.check(address, 'ipv4')
  return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}

/** Whether an address is this machine's own, also where IPv4 is written as IPv6. */
export function isLoopbackAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  return loopback.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}
