// @ts-check
/** Colours and shapes of everything drawn. State is always told by shape as well as by colour. */

/** @typedef {'ok'|'info'|'serious'|'critical'|'unobserved'} State */

/** From calm to urgent: a cluster shows its most urgent member. @type {State[]} */
export const URGENCY = ['ok', 'unobserved', 'info', 'serious', 'critical'];

/** @type {Record<State, {fill: string, line: string, glyph: string}>} */
export const STATES = {
  ok: { fill: '#1f7a5a', line: '#ffffff', glyph: '' },
  info: { fill: '#2a63a8', line: '#ffffff', glyph: 'i' },
  serious: { fill: '#b45309', line: '#ffffff', glyph: '!' },
  critical: { fill: '#b91c1c', line: '#ffffff', glyph: '!' },
  unobserved: { fill: '#ffffff', line: '#5f6773', glyph: '?' },
};

export const INK = '#23303f';
export const HALO = 'rgba(255,255,255,0.92)';
export const SELECTED = '#0b4a8f';

/** @type {Record<string, {line: string, fill: string, hatch: string|null, dash: number[]|undefined}>} */
export const ZONES = {
  keep_out: { line: '#a61b1b', fill: 'rgba(185,28,28,0.10)', hatch: 'rgba(166,27,27,0.38)', dash: undefined },
  stay_in: { line: '#0f6b4f', fill: 'rgba(31,122,90,0.09)', hatch: null, dash: [10, 5] },
  boundary: { line: '#5b3d91', fill: 'rgba(91,61,145,0.012)', hatch: null, dash: [2, 6] },
  other: { line: '#41566f', fill: 'rgba(65,86,111,0.08)', hatch: null, dash: [4, 4] },
};

export const BASE = {
  land: '#f5f2ec',
  district: '#c9bfae',
  water: '#bcd7e6',
  waterLine: '#a5c6d9',
  park: '#d6e6c9',
  parkLine: '#c3d8b3',
  building: '#e7e0d6',
  buildingLine: '#d6ccbe',
  place: { school: '#e6d7ae', police: '#c9d6ea', justice: '#d9cfe8', station: '#d3dbe0', market: '#ecd9c3' },
  placeLine: { school: '#c4ab63', police: '#8aa4cd', justice: '#a592c6', station: '#96a8b4', market: '#cfa877' },
  label: '#655f55',
  labelWater: '#4d7f9c',
  labelPark: '#5d8149',
};

export const FONT = '"Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei","PingFang SC","Microsoft YaHei",system-ui,sans-serif';
