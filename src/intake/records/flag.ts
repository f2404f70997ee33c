/** How offices write yes and no in a cell, in lower case. */

export const YES: readonly string[] =
  'có|co|x|yes|y|true|1|đã|đã số hóa|rồi|đủ|đủ điều kiện|đúng|✓'.split('|');
export const NO: readonly string[] =
  'không|khong|no|n|false|0|chưa|chưa số hóa|không đủ|không đủ điều kiện|sai'.split('|');
