// @ts-check
/** The map's own words; both languages side by side so that none is forgotten. */
const WORDS = {
  map: ['地图', 'Map'],
  hint: ['方向键移动，加减键缩放', 'Arrow keys pan, plus and minus zoom'],
  zoomIn: ['放大', 'Zoom in'],
  zoomOut: ['缩小', 'Zoom out'],
  fictional: ['虚构城市', 'Fictional city'],
  baseMissing: ['底图暂不可用', 'The base map is not available'],
  ok: ['正常', 'In order'],
  info: ['提示', 'Notice'],
  serious: ['严重', 'Serious'],
  critical: ['紧急', 'Critical'],
  unobserved: ['未观测', 'Unobserved'],
  persons: ['{0} 人', '{0} people'],
  gap: ['无数据 {0}', 'No data for {0}'],
  start: ['起', 'Start'],
  end: ['止', 'End'],
  accuracy: ['误差 ±{0} 米', 'Accuracy ±{0} m'],
  accuracyEstimated: ['误差 ±{0} 米（估计）', 'Accuracy ±{0} m (estimated)'],
  accuracyUnknown: ['误差未知', 'Accuracy unknown'],
  speed: ['{0} 公里/时', '{0} km/h'],
  minutes: ['{0} 分钟', '{0} min'],
  hours: ['{0} 小时 {1} 分', '{0} h {1} min'],
  drawHint: [
    '单击加点，双击或单击起点完成；键盘：空格加点，F 完成，退格撤一点，Esc 取消',
    'Click to add points, double-click or click the first to finish; keys: Space adds, F finishes, Backspace removes, Esc cancels',
  ],
  circleHint: ['单击圆心，再单击圆周；键盘：空格定圆心和圆周', 'Click the centre, then the edge; keys: Space sets centre and edge'],
  modifyHint: ['拖动顶点可修改；Alt+单击删除顶点', 'Drag a corner to change it; Alt+click removes it'],
  crossing: ['线条自相交，这一点未被采用', 'The outline would cross itself: that point was not taken'],
  crossingUndone: ['修改会使边界自相交，已撤销', 'The outline would cross itself: the change was undone'],
  tooSmall: ['至少需要三个不在一条线上的点', 'At least three corners that are not in one line are needed'],
};

/** @typedef {keyof typeof WORDS} Word */

/**
 * @param {string} lang a BCP 47 tag; everything but Chinese is English
 * @returns {(word: Word, ...values: (string|number)[]) => string}
 */
export function wordsFor(lang) {
  const column = lang.toLowerCase().startsWith('zh') ? 0 : 1;
  return (word, ...values) => WORDS[word][column].replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
}
