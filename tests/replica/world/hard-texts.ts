/**
 * Texts on which exports, parsers and views break: formulas of spreadsheets, quotes, line breaks, control characters,
 * writing from right to left, combining marks, texts that look like markup, state or other formats.
 */
export const HARD_TEXTS: readonly string[] = [
  '=1+1',
  "+cmd|' /C calc'!A0",
  '@SUM(1+9)*cmd',
  '-2+3',
  '\t=HYPERLINK("https://example.com","点我")',
  '＝1＋1 全角的也来',
  '他说："这个好"，我说"不好"',
  '第一行\n第二行\r\n第三行\n\n第五行',
  '分号;逗号,制表\t竖线|都在这里',
  '空字符\u0000在中间',
  '控制字符\u0001\u0007\u001b[31m红\u001b[0m\u007f',
  'مرحبا بالعالم هذا تعليق',
  '\u202E倒过来的文字\u202C正常',
  'שלום 你好 שלום',
  '零宽\u200b\u200d\ufeff字符',
  'Z̸a̷l̶g̵o̴ 叠起来的记号',
  '单独的代理对 \ud83d 结束',
  '行分隔\u2028段分隔\u2029结束',
  'undefined',
  'null',
  '这个值是 undefined 还是 "undefined"？{"a":undefined}',
  '</script><script>window.__ran_comment=1</script>',
  '<img src=x onerror="window.__ran_comment=1">',
  '[微笑R][不存在的表情X] [图片] [哭惹R]',
  '  前后都有空格  ',
  '0012345678901234567890',
  '12e10',
  "=cmd|'/c powershell'!A1\n=2+5",
  '**粗体** _斜体_ [链接](javascript:alert(1)) `代码`',
  '__proto__',
  '🏳️‍🌈👩🏽‍💻🇨🇳1️⃣',
  '',
];

export const HOSTILE_TITLE = '<b>标题</b> =1+1 "引号" </script><script>window.__ran_title=1</script>';
export const HOSTILE_DESC =
  '<script>window.__ran_desc=1</script>\n=SUM(A1:A9)\n这里有 undefined 和 "undefined"，还有 \\u002F 和 </textarea>\n#<i>话题</i>[话题]#\n@<svg onload=alert(1)> ';
export const HOSTILE_NICKNAMES = [
  '=HYPERLINK("x","y")',
  '<img src=x onerror=window.__ran_name=1>',
  '"双引号",\'单引号\'',
  '‮反向昵称',
  '+86 昵称',
];
