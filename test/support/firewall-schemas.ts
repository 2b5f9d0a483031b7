/** What the makers' references say of files in JSON and YAML, as JSON Schemas written down apart from our own readers. */
import {Ajv} from 'ajv'
import {parse} from 'yaml'
import type {Grammar} from './firewall-grammars.ts'

const portsPattern = '^\\d{1,5}(-\\d{1,5})?$'
const variablePattern = "^\\[parameters\\('[A-Z][A-Z0-9_]*'\\)\\]$"
const azureList = (items: object) => ({
  anyOf: [
    {type: 'array', minItems: 1, items},
    {type: 'string', pattern: variablePattern},
  ],
})
const oneKey = (...keys: string[]) => ({oneOf: keys.map((key) => ({required: [key]}))})

/** Azure Resource Manager, Microsoft.Network/networkSecurityGroups: members, lengths and bounds of a security rule. */
const azureSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['$schema', 'contentVersion', 'resources'],
  properties: {
    $schema: {type: 'string'},
    contentVersion: {type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+\\.\\d+$'},
    metadata: {type: 'object'},
    parameters: {
      type: 'object',
      propertyNames: {pattern: '^[A-Z][A-Z0-9_]*$'},
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          type: {const: 'array'},
          minLength: {type: 'integer', minimum: 1},
          metadata: {type: 'object'},
        },
      },
    },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'apiVersion', 'name', 'location', 'properties'],
        properties: {
          type: {const: 'Microsoft.Network/networkSecurityGroups'},
          apiVersion: {type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$'},
          name: {type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,78}[A-Za-z0-9_]$'},
          location: {type: 'string'},
          properties: {
            type: 'object',
            additionalProperties: false,
            properties: {
              securityRules: {
                type: 'array',
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['name', 'properties'],
                  properties: {
                    name: {type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,78}[A-Za-z0-9_]$'},
                    properties: {
                      type: 'object',
                      additionalProperties: false,
                      required: ['access', 'direction', 'priority', 'protocol'],
                      allOf: (['source', 'destination'] as const).flatMap((side) => [
                        oneKey(`${side}PortRange`, `${side}PortRanges`),
                        oneKey(`${side}AddressPrefix`, `${side}AddressPrefixes`),
                      ]),
                      properties: {
                        access: {enum: ['Allow', 'Deny']},
                        description: {type: 'string', maxLength: 140},
                        direction: {enum: ['Inbound', 'Outbound']},
                        priority: {type: 'integer', minimum: 100, maximum: 4096},
                        protocol: {enum: ['*', 'Ah', 'Esp', 'Icmp', 'Tcp', 'Udp']},
                        ...Object.fromEntries(
                          ['source', 'destination'].flatMap((side) => [
                            [`${side}PortRange`, {const: '*'}],
                            [`${side}PortRanges`, azureList({type: 'string', pattern: portsPattern})],
                            [`${side}AddressPrefix`, {const: '*'}],
                            [
                              `${side}AddressPrefixes`,
                              azureList({type: 'string', pattern: '^[0-9a-f.:]+(/\\d{1,3})?$'}),
                            ],
                          ]),
                        ),
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
}

/** Aerleon, naming definitions (`address`, `fqdn` or `name` of a value) and policy files (`filters`). */
const name = {type: 'string', pattern: '^[A-Z][A-Z0-9_]*$'}
const term = {
  type: 'object',
  additionalProperties: false,
  // Without a protocol a term is for all of them; ports are of one that has them.
  required: ['name', 'action'],
  dependencies: {'source-port': ['protocol'], 'destination-port': ['protocol']},
  properties: {
    name: {type: 'string', pattern: '^[A-Za-z0-9-]+$'},
    'source-address': name,
    'destination-address': name,
    'source-port': name,
    'destination-port': name,
    protocol: {
      enum: ['tcp', 'udp', 'ah', 'esp', 'gre', 'icmp', 'icmpv6', 'igmp', 'ipip', 'ospf', 'pim', 'vrrp'],
    },
    'restrict-address-family': {enum: ['inet', 'inet6']},
    action: {enum: ['accept', 'deny', 'reject']},
  },
}
const named = (items: object) => ({type: 'object', propertyNames: name, additionalProperties: items})
const aerleonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['filters', 'services'],
  properties: {
    networks: named({
      type: 'object',
      additionalProperties: false,
      required: ['values'],
      properties: {
        values: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            additionalProperties: false,
            properties: {address: {type: 'string'}, fqdn: {type: 'string'}, name, comment: {type: 'string'}},
            ...oneKey('address', 'fqdn', 'name'),
          },
        },
      },
    }),
    services: named({
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['port', 'protocol'],
        properties: {
          port: {
            anyOf: [
              {type: 'integer', minimum: 0, maximum: 65535},
              {type: 'string', pattern: portsPattern},
            ],
          },
          protocol: {enum: ['tcp', 'udp']},
        },
      },
    }),
    filters: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['header', 'terms'],
        properties: {
          header: {
            type: 'object',
            required: ['targets'],
            properties: {targets: {type: 'object', minProperties: 1, additionalProperties: {type: 'string'}}},
          },
          terms: {type: 'array', minItems: 1, items: term},
        },
      },
    },
  },
}

const ajv = new Ajv()
const schemaGrammar = (schema: object, read: (text: string) => unknown): Grammar => {
  const validate = ajv.compile(schema)
  return (text) => (validate(read(text)) ? null : ajv.errorsText(validate.errors))
}

/** By the id of the target. */
export const schemaGrammars: [string, Grammar][] = [
  ['azure-nsg', schemaGrammar(azureSchema, (text) => JSON.parse(text))],
  ['aerleon', schemaGrammar(aerleonSchema, (text) => parse(text))],
]
