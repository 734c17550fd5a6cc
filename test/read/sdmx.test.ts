import { expect, test } from 'vitest'
import { readSheets } from '../../src/read/read.ts'

const read = async (text: string) => (await readSheets(new TextEncoder().encode(text), 'table.csv'))[0]!.rows

test('SDMX-CSV 1.0 is a table like any other', async () => {
  const csv =
    'DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\r\nESTAT:DEMO_PJAN(1.0),A,UK,2019,66647112,\r\nESTAT:DEMO_PJAN(1.0),A,UK,2020,,c\r\n'
  expect(await read(csv)).toEqual([
    ['DATAFLOW', 'FREQ', 'REF_AREA', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS'],
    ['ESTAT:DEMO_PJAN(1.0)', 'A', 'UK', '2019', '66647112'],
    ['ESTAT:DEMO_PJAN(1.0)', 'A', 'UK', '2020', null, 'c'],
  ])
})

test('SDMX-CSV 2.0 with codes and labels in one cell is left as it stands', async () => {
  const csv =
    'STRUCTURE;STRUCTURE_ID;ACTION;FREQ: Frequency;REF_AREA: Area;TIME_PERIOD: Time;OBS_VALUE: Value\ndataflow;ONS:POP(1.0): Population, by area;I;A: Annual;E92000001: England;2020-Q1;56.5\n'
  expect(await read(csv)).toEqual([
    [
      'STRUCTURE',
      'STRUCTURE_ID',
      'ACTION',
      'FREQ: Frequency',
      'REF_AREA: Area',
      'TIME_PERIOD: Time',
      'OBS_VALUE: Value',
    ],
    ['dataflow', 'ONS:POP(1.0): Population, by area', 'I', 'A: Annual', 'E92000001: England', '2020-Q1', '56.5'],
  ])
})
