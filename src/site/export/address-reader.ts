/** What reads an address file, as a script of its own: no page needs it before a file is opened. */
import {addressesFor, readAddressFile} from '../../firewall/address-file.ts'

const reader = {addressesFor, readAddressFile}

export type AddressReader = typeof reader

Object.assign(globalThis, {portolanAddressReader: reader})
