/** A school file that has nothing wrong with it, with single scalars changed. Its line numbers are part of the tests. */
export function schoolText(change: { id?: string; timeZone?: string; tenant?: string } = {}): string {
  const { id = 'elm', timeZone = 'Europe/London', tenant = '00000000-0000-4000-8000-0000000000aa' } = change;
  return `id: ${id}
name: Elm School
policy: model
timeZone: ${timeZone}
phones:
  dsl: { label: Safeguarding, number: 01632 960001 }
  headteacher: { label: Head, number: 01632 960002 }
  chairOfGovernors: { label: Chair, number: 01632 960003 }
  lado: { label: LADO, number: +44 1632 960004 }
people:
  - name: Dee
    roles: [dsl, staff]
    address: Dee@Elm.Example
  - name: Hal
    roles: [headteacher]
    objectId: 00000000-0000-4000-8000-00000000000A
  - name: Cho
    roles: [chair-of-governors]
    slackId: U012ABCDEF
    id: cho
domains:
  Elm.Example: [staff]
undeliveredAfterMinutes: 20
teams:
  tenant: ${tenant}
  channel: 19:abc@thread.tacv2
  serviceUrl: https://smba.trafficmanager.net/uk/
  dialogs: true
`;
}
