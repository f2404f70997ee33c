/** A PowerPoint template of an invented office, for tests that dress decks in it. */
import JSZip from 'jszip';

const EMU = 914_400;
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';

interface Office {
  readonly width?: number;
  readonly height?: number;
  readonly layouts?: number;
  /** Content type of the main part: a presentation, or a template. */
  readonly type?: string;
  /** Light letters on a dark ground: by the map of colours, or by the background alone. */
  readonly dark?: 'mapped' | 'painted';
  /** Inches of a band in the first accent across the top of every page, on which titles stand. */
  readonly band?: number;
}

const TEMPLATE = 'application/vnd.openxmlformats-officedocument.presentationml.template.main+xml';

/** A template as PowerPoint would save it: two layouts, colours and typefaces of its own, a logo at the top right. */
export async function office({
  width = 13.333,
  height = 7.5,
  layouts = 2,
  type: mainType = TEMPLATE,
  dark,
  band = 0,
}: Office = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  const names =
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (list: readonly (readonly [string, string])[]) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
  const tree = (inner: string) =>
    `<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="${dark === 'painted' ? 'tx1' : 'bg1'}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${inner}</p:spTree></p:cSld>`;
  const box = (x: number, y: number, w: number, h: number) =>
    `<a:xfrm><a:off x="${Math.round(x * EMU)}" y="${Math.round(y * EMU)}"/><a:ext cx="${Math.round(w * EMU)}" cy="${Math.round(h * EMU)}"/></a:xfrm>`;
  const logo = `<p:pic><p:nvPicPr><p:cNvPr id="9" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId${layouts + 2}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${box(width - 1.6, 0.3, 1.2, 1)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
  const title = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 1"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>${box(0.6, 0.4, width - 1.2, 1)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>`;
  const ribbon =
    band > 0
      ? `<p:sp><p:nvSpPr><p:cNvPr id="7" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${box(0, 0, width, band)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></p:spPr></p:sp>`
      : '';
  const ids = Array.from({ length: layouts }, (_, at) => at + 1);
  zip.file(
    '[Content_Types].xml',
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="PNG" ContentType="image/png"/><Override PartName="/ppt/presentation.xml" ContentType="${mainType}"/><Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/><Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"/>${ids.map((id) => `<Override PartName="/ppt/slideLayouts/slideLayout${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"/>`).join('')}</Types>`,
  );
  zip.file('_rels/.rels', rels([['officeDocument', 'ppt/presentation.xml']]));
  zip.file(
    'ppt/presentation.xml',
    `${head}<p:presentation ${names}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  );
  zip.file(
    'ppt/_rels/presentation.xml.rels',
    rels([['slideMaster', 'slideMasters/slideMaster1.xml']]),
  );
  zip.file(
    'ppt/slideMasters/slideMaster1.xml',
    `${head}<p:sldMaster ${names}>${tree(ribbon + title + logo)}<p:clrMap ${dark === 'mapped' ? 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"' : 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'} accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids.map((id) => `<p:sldLayoutId id="${2147483648 + id}" r:id="rId${id}"/>`).join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="3600"><a:solidFill><a:schemeClr val="${band > 0 ? 'bg1' : 'accent2'}"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`,
  );
  zip.file(
    'ppt/slideMasters/_rels/slideMaster1.xml.rels',
    rels([
      ...ids.map((id) => ['slideLayout', `../slideLayouts/slideLayout${id}.xml`] as const),
      ['theme', '/ppt/theme/theme1.xml'],
      ['image', '../media/image1.PNG'],
    ]),
  );
  for (const id of ids) {
    zip.file(
      `ppt/slideLayouts/slideLayout${id}.xml`,
      `${head}<p:sldLayout ${names} type="${id === 1 ? 'title' : 'titleOnly'}">${tree(title)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    );
    zip.file(
      `ppt/slideLayouts/_rels/slideLayout${id}.xml.rels`,
      rels([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    );
  }
  const colours = [
    '112233',
    'FFFFFF',
    '445566',
    'DDEEDD',
    'AA0011',
    'BB5500',
    '117733',
    '663399',
    '008899',
    '776600',
    '0000EE',
    '551A8B',
  ];
  const slots = [
    'dk1',
    'lt1',
    'dk2',
    'lt2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ];
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${fill}</a:ln>`;
  zip.file(
    'ppt/theme/theme1.xml',
    `${head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Cơ quan"><a:themeElements><a:clrScheme name="Cơ quan">${slots.map((slot, at) => `<a:${slot}><a:srgbClr val="${colours[at]}"/></a:${slot}>`).join('')}</a:clrScheme><a:fontScheme name="Cơ quan"><a:majorFont><a:latin typeface="Liberation Serif"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Liberation Serif"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  );
  zip.file('ppt/media/image1.PNG', LOGO, { base64: true });
  return zip.generateAsync({ type: 'uint8array' });
}
