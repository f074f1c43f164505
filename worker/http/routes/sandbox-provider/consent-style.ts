/** What the consent page adds to the look of our pages. */
export const CONSENT_STYLE = `
html{scroll-padding-bottom:84px}
main.consent{max-width:440px;padding:28px 28px 22px;text-align:start}
.consent header{display:flex;align-items:center;gap:12px;margin-bottom:20px}
.consent header p{display:flex;flex-wrap:wrap;align-items:center;gap:4px 10px;color:var(--ink);font-size:15px}
.consent img{margin:0}
.tag{padding:1px 8px;border-radius:99px;background:light-dark(#fff1d6,#3b2a0a);color:light-dark(#7a4a00,#ffca70);font-size:12px;font-weight:600}
.lead{font-size:14px}
fieldset{min-width:0;margin:22px 0 0;padding:0;border:0}
legend{padding:0 0 6px;color:var(--soft);font-size:13px;font-weight:600}
.box{border:1px solid var(--line);border-radius:12px;overflow:hidden}
.row{display:flex;align-items:center;gap:12px;min-height:52px;padding:8px 14px;cursor:pointer}
.row+.row{border-top:1px solid var(--line)}
.row:hover{background:color-mix(in srgb,var(--accent) 5%,transparent)}
.row:has(:checked[type=radio]){background:color-mix(in srgb,var(--accent) 9%,transparent)}
.row>span:last-child{min-width:0;display:grid}
.row b{font-weight:600;font-size:15px;line-height:1.35;overflow-wrap:anywhere}
.row small{color:var(--soft);font-size:13px;line-height:1.35;overflow-wrap:anywhere}
.row>[type=radio],.row>[type=checkbox]{flex:none;width:18px;height:18px;margin:0;accent-color:var(--accent)}
.avatar{flex:none;display:grid;place-items:center;width:34px;height:34px;border-radius:50%;background:color-mix(in srgb,var(--accent) 14%,transparent);color:color-mix(in srgb,var(--accent) 70%,var(--ink));font-size:12px;font-weight:700}
.row:nth-child(2) .avatar{background:color-mix(in srgb,var(--good) 14%,transparent);color:color-mix(in srgb,var(--good) 70%,var(--ink))}
.row:nth-child(3) .avatar{background:color-mix(in srgb,var(--soft) 14%,transparent);color:var(--soft);font-size:18px;font-weight:400}
input[type=text],input[type=number],select{min-width:0;width:100%;min-height:38px;padding:6px 10px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--ink);font:inherit;font-size:14px}
select{padding-inline:6px}
::placeholder{color:var(--soft);opacity:1}
details{margin-top:18px;border:1px solid var(--line);border-radius:12px}
summary{padding:12px 14px;border-radius:12px;font-size:14px;font-weight:600;cursor:pointer}
summary::marker{color:var(--soft)}
.grid{display:grid;grid-template-columns:minmax(0,8rem) minmax(0,1fr);align-items:center;gap:10px 12px;padding:2px 14px 14px}
.grid label{color:var(--soft);font-size:14px}
.unit{display:flex;align-items:center;gap:8px;color:var(--soft);font-size:14px}.unit input{width:7rem}
.problem{margin-top:16px;color:var(--bad);font-size:14px}.problem:empty{display:none}
.actions{position:sticky;bottom:0;display:grid;grid-template-columns:1fr 1fr;gap:12px;margin-top:12px;padding:12px 0;background:var(--card);box-shadow:0 -10px 10px -6px var(--card)}
.actions button{margin:0;min-height:44px}
.quiet{background:transparent;color:var(--ink);box-shadow:inset 0 0 0 1px var(--line)}
.quiet:hover{filter:none;background:color-mix(in srgb,var(--soft) 8%,transparent)}
.consent .hint{margin-top:4px;text-align:center}
@media (max-width:400px){html{scroll-padding-bottom:84px}
main.consent{padding:22px 16px 18px}.grid{grid-template-columns:1fr;gap:4px}.grid>:is(select,.unit){margin-bottom:8px}}
`
