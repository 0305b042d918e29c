/**
 * The least that a page can do with a pasted token, as a peer: the text in an editable field, broken anywhere as ours,
 * and each claim with its value in a table. No framework, no colours, no check, no words.
 */
export const barePage = `<!doctype html>
<meta charset="utf-8">
<title>A bare page</title>
<style>
  body { display: grid; grid-template-columns: 5fr 6fr; gap: 16px; margin: 0; font: 14px sans-serif; }
  [role=textbox] { height: 210px; overflow: auto; font: 13px/1.65 monospace; white-space: break-spaces; word-break: break-all; }
  table { width: 100%; table-layout: fixed; overflow-wrap: anywhere; }
</style>
<div role="textbox" contenteditable="plaintext-only" aria-label="Token"></div>
<div class="decoded-payload"><table><tbody></tbody></table></div>
<script>
  const [field, rows] = [document.querySelector('[role=textbox]'), document.querySelector('tbody')];
  field.addEventListener('input', () => {
    const bytes = Uint8Array.fromBase64(field.textContent.split('.')[1], { alphabet: 'base64url' });
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    rows.replaceChildren(...Object.entries(claims).map(([name, value]) => {
      const row = document.createElement('tr');
      for (const text of [name, JSON.stringify(value)]) row.insertCell().textContent = text;
      return row;
    }));
  });
</script>`;
