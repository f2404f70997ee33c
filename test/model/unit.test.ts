import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/model/time/period.ts';
import { type UnitState, unitIndex } from '../../src/model/unit.ts';

const state = (unit: string, name: string, more: Partial<UnitState> = {}): UnitState => ({
  unit,
  name,
  kind: '',
  level: 'commune',
  parent: null,
  code: '',
  validFrom: null,
  validTo: null,
  aliases: [],
  ...more,
});

const units = unitIndex([
  state('town', 'Thị xã Việt Yên', { level: 'district', validTo: '2025-06-30' }),
  state('qm', 'Phường Quảng Minh', {
    parent: 'town',
    validFrom: '2024-02-01',
    validTo: '2025-06-30',
  }),
  state('qm', 'Xã Quảng Minh', { parent: 'town', validTo: '2024-01-31' }),
  state('an', 'Xã An', { parent: 'town' }),
  state('dong', 'Xã Đông', { parent: 'town' }),
]);

describe('units over time', () => {
  it('are called what they were called at the end of the period', () => {
    expect(units.at('qm', parsePeriod('2023')).name).toBe('Xã Quảng Minh');
    expect(units.at('qm', parsePeriod('2024-Q1')).name).toBe('Phường Quảng Minh');
    expect(units.at('qm').name).toBe('Phường Quảng Minh');
  });

  it('still have a name after their end and before their beginning', () => {
    expect(units.at('qm', parsePeriod('2030')).name).toBe('Phường Quảng Minh');
    expect(units.existed('qm', parsePeriod('2030'))).toBe(false);
    expect(units.existed('qm', parsePeriod('2025'))).toBe(true);
  });

  it('are children of their parent, sorted by Vietnamese names', () => {
    expect(units.children('town')).toEqual(['qm', 'an', 'dong']);
    expect(units.ancestors('qm')).toEqual(['town']);
    expect(units.roots()).toEqual(['town']);
  });

  it('that nobody knows are refused by name', () => {
    expect(() => units.at('x')).toThrow('unknown unit: "x"');
  });
});
