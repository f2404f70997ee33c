/** Estimates ("ước thực hiện", "ƯTH", "dự kiến") are told apart from what was counted: they are provisional. */

const ESTIMATE =
  /^(?:số liệu\s+)?(?:ước(?:\s+(?:tính|thực hiện|th|kết quả|đạt))*|ưth|dự kiến(?:\s+(?:thực hiện|đạt|kết quả))*|dự ước)(?=[\s:(]|$)\s*/iu;

/** What a heading says besides being an estimate ("6 tháng đầu năm"); null where it is none. */
export function withoutEstimate(label: string): string | null {
  const plain = label.trim();
  if (ESTIMATE.test(plain)) return plain.replace(ESTIMATE, '').trim();
  const last = /^(.*\S)\s*\((?:số\s+)?(?:ước(?: tính| thực hiện)?|ưth|dự kiến)\)$/iu.exec(plain);
  return last?.[1] ?? null;
}

/** Whether a title is about estimates alone; "kết quả quý I, ước cả năm" leaves it to the columns. */
export function isEstimated(title: string): boolean {
  const said = /(?<!\p{L})(?:ước|ưth|dự kiến|dự ước)(?!\p{L})/iu.exec(title);
  if (!said) return false;
  return !/(?:[,;–-]|(?<!\p{L})và)\s*$/iu.test(title.slice(0, said.index));
}
