"""key -> (ja, en). A test holds every key used in code against this table."""

from alignchecker.lang.diff_report import DIFF_REPORT
from alignchecker.lang.html_report import HTML_REPORT
from alignchecker.lang.impact_report import IMPACT_REPORT
from alignchecker.lang.link_review import LINK_REVIEW
from alignchecker.lang.office_report import OFFICE_REPORT
from alignchecker.lang.querying import QUERYING
from alignchecker.lang.suggesting import SUGGESTING
from alignchecker.lang.web import WEB
from alignchecker.lang.web_endpoint import WEB_ENDPOINT
from alignchecker.lang.web_help import WEB_HELP
from alignchecker.lang.web_links import WEB_LINKS
from alignchecker.lang.web_views import WEB_VIEWS

STRINGS: dict[str, tuple[str, str]] = {
    **DIFF_REPORT,
    **HTML_REPORT,
    **IMPACT_REPORT,
    **LINK_REVIEW,
    **OFFICE_REPORT,
    **QUERYING,
    **SUGGESTING,
    **WEB,
    **WEB_ENDPOINT,
    **WEB_LINKS,
    **WEB_HELP,
    **WEB_VIEWS,
    "severity.violation": ("要修正", "must fix"),
    "severity.warning": ("要確認", "check"),
    "severity.info": ("参考", "note"),
    "family.link": ("対応づけ", "Links"),
    "family.coverage": ("対応漏れ", "Coverage"),
    "family.period": ("計画期間・版", "Periods and editions"),
    "family.structure": ("体系・番号", "Structure"),
    "family.law": ("根拠法", "Law"),
    "family.indicator": ("指標", "Indicators"),
    "family.text": ("表記・文言", "Text"),
    "family.organisation": ("担当課", "Organisation"),
    "family.progress": ("進捗管理", "Progress"),
    "family.owl": ("論理", "Logic"),
    "family.own": ("独自の規則", "Own rules"),
    "own.why": (
        "このプロジェクトが独自に定めた規則です（{source}）。",
        "A rule of this project's own ({source}).",
    ),
    "own.remedy": (
        "規則に合うように記載を直すか、規則（{source}）を見直してください。",
        "Change the plan so that it fits the rule, or reconsider the rule ({source}).",
    ),
    "field.state": ("状態", "State"),
    "state.waived": ("対象外", "waived"),
    "state.known": ("既知", "known"),
    "softened.summary": (
        "概要版で調べたため、本編に書かれているかを確かめてください。",
        "A summary was read; the full plan may say it.",
    ),
    "softened.extract": (
        "抜粋で調べたため、抜粋の外に書かれている可能性があります。",
        "An extract was read; the rest of the plan may say it.",
    ),
    "softened.ocr": (
        "読み取り（OCR）の誤りの疑いもあります。原本と照らしてください。",
        "It may be a misreading (OCR); compare with the original.",
    ),
    "softened.read": (
        "文書から機械で読み取った体系によります。読み違いでないかを原本で確かめてください。",
        "It rests on a structure read by machine; see in the original that it was read right.",
    ),
    "softened.machine": (
        "文書から読み取れなかったもので、実際には書かれている場合があります。",
        "It was not found by reading the document; it may be there all the same.",
    ),
    "softened.ended": (
        "計画期間が終わった計画です。次の計画で確かめてください。",
        "The plan has ended; look at this in the next one.",
    ),
    "softened.stage": (
        "この段階の文書では、まだなくてもかまいません。次の段階までに整えてください。",
        "At this stage it need not be there yet; see to it before the next one.",
    ),
    "softened.force": (
        "この関係（勘案、踏まえなど）は相手の計画に従うことまでは求めないため、区分を下げています。",
        "Lowered, because the tie (weighing, regard …) does not ask to follow the other plan.",
    ),
    "softened.unverified": (
        "もとにした計画・法律のデータに、原典で未確認の事項があります。",
        "It rests on data that are not verified yet.",
    ),
    "field.place": ("箇所", "Place"),
    "field.current": ("現在の記載", "Now"),
    "field.evidence": ("根拠", "Ground"),
    "field.remedy": ("対応案", "To do"),
    "field.department": ("担当課", "Department"),
    "field.waived": ("対象外の理由", "Waived because"),
    "field.waived-by": ("{reason}（{person}）", "{reason} ({person})"),
    "field.waived-until": (
        "{reason}（{person}、{until}まで）",
        "{reason} ({person}, until {until})",
    ),
    "field.review": ("判断", "Answer"),
    "field.related": ("該当する項目", "Items"),
    "field.other": ("もう一方", "The other"),
    "field.note": ("注", "Note"),
    "field.rule": ("規則", "Rule"),
    "field.why": ("理由", "Why"),
    "field.source": ("出典", "Source"),
    "field.family": ("分類", "Family"),
    "field.severity": ("区分", "Severity"),
    "field.profile": ("プロファイル", "Profile"),
    "field.since": ("導入", "Since"),
    "field.title": ("名称", "Title"),
    "field.passing": ("よい例", "Passing example"),
    "field.failing": ("指摘される例", "Failing example"),
    "field.query": ("検査式（SHACL）", "Constraint (SHACL)"),
    "place.line": ("{path} {line}行目", "{path}:{line}"),
    "place.part": ("{path} {part}", "{path}, {part}"),
    "within.line": ("{line}行目", "line {line}"),
    "within.paragraph": ("{line}段落目", "paragraph {line}"),
    "within.page": ("{page}ページ", "page {page}"),
    "within.page-table": ("{page}ページ {sheet} {cell}", "page {page}, {sheet} {cell}"),
    "within.table": ("{sheet} {cell}", "{sheet} {cell}"),
    "within.sheet": ("{sheet}シート {cell}", "sheet {sheet}, cell {cell}"),
    "within.cell": ("{cell}", "cell {cell}"),
    "ci.title": ("計画の整合の確認", "Alignment of plans"),
    "ci.files": ("読み込んだファイル", "Files read"),
    "ci.left-out": (
        "ほかに{count}件あります（一度に表示できる件数を超えています）。",
        "{count} more are left out: there is a limit to what is shown at once.",
    ),
    "ci.no-summary": (
        "{path} に概要を書き足せません（{words}）。GITHUB_STEP_SUMMARY を確かめてください。",
        "The summary cannot be added to {path} ({words}). Check GITHUB_STEP_SUMMARY.",
    ),
    "annotated.head": ("【{words}】{message}", "[{words}] {message}"),
    "annotated.concerned": ("ここが該当します: {label}", "This is one of them: {label}"),
    "annotated.whole": (
        "（文書全体についての指摘です）",
        "(This is about the document as a whole.)",
    ),
    "annotated.elsewhere": (
        "（{place} についての指摘です。そこには書き込めないため、ここに示します）",
        "(This is about {place}, where nothing can be added.)",
    ),
    "field.plan": ("計画", "Plan"),
    "field.finding": ("指摘", "Finding"),
    "state.new": ("新規", "new"),
    "report.no-plan": ("（計画に属さないもの）", "(belongs to no plan)"),
    "report.more": ("ほか{count}件", "and {count} more"),
    "watch.waiting": (
        "ファイルが保存されるたびに調べ直します（終わるには Ctrl+C）。",
        "Checking again whenever a file is saved (Ctrl+C ends it).",
    ),
    "watch.again": (
        "前回から、新しい指摘{new}件、なくなった指摘{gone}件。",
        "Since the last time: {new} new, {gone} gone.",
    ),
    "progress.line": ("{step}（{seconds}秒） {name}", "{step} ({seconds} s) {name}"),
    "progress.reading": ("読み込んでいます {number}/{total}", "Reading {number} of {total}"),
    "progress.frames": (
        "引用されている計画と法律を読み込んでいます",
        "Reading the plans and Acts that are cited",
    ),
    "progress.deriving": ("読み込んだ内容を整理しています", "Working out what follows"),
    "progress.rules": (
        "規則に照らしています {number}/{total}",
        "Running rule {number} of {total}",
    ),
    "progress.reasoning": ("矛盾がないか推論しています", "Looking for contradictions"),
    "progress.tables": ("対応表を作っています", "Making the tables of what answers what"),
    "progress.importing": ("文書を読み取っています", "Reading the document"),
    "progress.municipalities": (
        "市町村ごとに検査しています {number}/{total} 済み",
        "Municipalities checked: {number} of {total}",
    ),
    "progress.summing": ("結果を集計しています", "Adding up the results"),
    "progress.suggesting": (
        "対応の候補を探しています {number}/{total}",
        "Looking for what measures may answer {number} of {total}",
    ),
    "progress.rendering": ("ファイルを作っています", "Making the file"),
    "check.nothing": (
        "調べるファイルがありません。計画のファイルか、それがあるフォルダーを指定してください。",
        "There is nothing to check. Name plan files, or a folder that holds them.",
    ),
    "baseline.written": (
        "{file} に指摘を書き留めました"
        "（新たに{new}件、引き続き{known}件。なくなった{gone}件は消しました）。",
        "The findings are in {file} ({new} added, {known} kept, {gone} taken out).",
    ),
    "check.documents-only": (
        "フォルダーの中の文書{count}件は、フォルダーを指定しただけでは読み込みません。"
        "文書を直接指定するか、設定ファイルの documents に加えてください。",
        "{count} documents lie in the folder, but a folder alone does not read them. "
        "Name them, or list them under documents in the configuration.",
    ),
    "error.internal": (
        "思わぬ不具合で中断しました（{words}）。ファイルは変更していません。"
        "環境変数 ALIGNCHECKER_TRACEBACK=1 を付けて実行した結果とともに、"
        "開発者にお知らせください。",
        "This stopped by a mistake of ours ({words}); no file was changed. "
        "Please report it with what ALIGNCHECKER_TRACEBACK=1 prints.",
    ),
    "report.nothing": (
        "項目のある計画が読み込まれていないため、調べたものはありません。",
        "No plan with items was read: nothing was examined.",
    ),
    "report.unverified": ("（原典で未確認）", " (not verified)"),
    "report.import-warnings": ("{path} の読み取りで確かめてほしいこと", "Please check in {path}"),
    "report.none": ("指摘はありません。", "No findings."),
    "report.summary": (
        "要修正 {violation}件　要確認 {warning}件　参考 {info}件（対象外 {waived}件）",
        "{violation} must fix, {warning} check, {info} notes ({waived} waived)",
    ),
    "report.states": (
        "基準（{file}）と比べて　新規 {new}件　既知 {known}件　解消 {gone}件",
        "Against the baseline ({file}): {new} new, {known} known, {gone} gone",
    ),
    "report.since": (
        "「{revision}」より後の変更で生じた指摘だけを示しています。",
        "Only findings that came after '{revision}' are shown.",
    ),
    "report.plans": (
        "調べた計画 {count}件（うち項目を読み込んだもの {filled}件）　施策 {measures}件"
        "　施策以外の項目 {items}件",
        "Plans examined: {count} ({filled} with items); measures: {measures}; other items: {items}",
    ),
    "report.as-of": ("基準日 {date}", "As of {date}"),
    "report.no-as-of": (
        "基準日の指定なし（--as-of YYYY-MM-DD を付けると、現在の年度に照らした検査もします）",
        "No date given (with --as-of YYYY-MM-DD rules about today run too)",
    ),
    "report.examined": ("調べた件数", "What was examined"),
    "report.unread": ("読めなかったファイル", "Files that could not be read"),
    "report.findings": ("指摘", "Findings"),
    "report.idle": (
        "ほかの規則{count}件は、当てはまるものがありませんでした（--statistics で一覧）",
        "{count} more rules had nothing to look at (--statistics lists them)",
    ),
    "report.seconds": ("秒", "s"),
    "report.engines": (
        "一括で検査した規則 {fast}件　pySHACL で検査した規則 {pyshacl}件",
        "Rules run set-wise: {fast}; by pySHACL: {pyshacl}",
    ),
    "report.left": (
        "規則「{rule}」は一括では検査できない書き方（{reason}）のため、pySHACL で検査しました。",
        "The rule '{rule}' was run by pySHACL, because it cannot be run set-wise ({reason}).",
    ),
    "report.notices": ("規則のファイルで確かめてほしいこと", "Please check in the files of rules"),
    "report.loading": ("読み込み {seconds:.2f}秒", "loading {seconds:.2f} s"),
    "outcome.ran": ("{examined}件を確認", "{examined} examined"),
    "outcome.uncounted": ("確認（件数は不明）", "examined (not counted)"),
    "outcome.none-applicable": ("該当するものなし", "none applicable"),
    "outcome.not-run": ("未実行", "not run"),
    "outcome.failed": ("失敗", "failed"),
    "outcome.because": ("{outcome}（{reason}）", "{outcome} ({reason})"),
    "reason.needs-asOf": ("基準日 --as-of の指定がない", "no date given with --as-of"),
    "reason.needs-reasoned": (
        "論理の検査は alignchecker reason で行う",
        "logic is examined by alignchecker reason",
    ),
    "reason.needs-findingsKnown": (
        "ほかの規則の検査が終わっていない",
        "the other rules have not been run",
    ),
    "reason.reasoner-out-of-time": (
        "時間内に終わらなかった。--rule-timeout で秒数を増やすか、計画を分けて調べる",
        "out of time; give more seconds with --rule-timeout, or examine fewer plans at a time",
    ),
    "reason.contradictions-left": (
        "ほかにも矛盾が残っている場合がある。直してからもう一度調べる",
        "more contradictions may be left; mend these and examine again",
    ),
    "reason.profile-inactive": (
        "この種類の計画がない",
        "no plan of this kind among the inputs",
    ),
    "plans.period": ("計画期間", "Period"),
    "plans.years": ("{first}～{last}", "{first}–{last}"),
    "plans.unknown": ("不明", "unknown"),
    "plans.type": ("種類", "Type"),
    "plans.obligation": ("義務の区分", "Obligation"),
    "plans.status": ("状態", "Status"),
    "plans.items": ("項目（うち施策）", "Items (measures)"),
    "plans.under": ("上位・関連計画", "Stands under"),
    "plans.same-year": ("同じ年度に終わる計画", "Ends in the same year"),
    "plans.successor": ("次の版", "Successor"),
    "plans.no-successor": ("見当たらない", "none known"),
    "plans.frame": ("（同梱のデータ）", "(shipped data)"),
    "standing.accepted": ("対応あり", "answered"),
    "standing.proposed": ("候補のみ", "proposed only"),
    "standing.waived": ("対象外", "waived"),
    "standing.open": ("対応なし", "not answered"),
    "standing.unknown": ("不明", "unknown"),
    "side.items": ("上位計画の項目", "items of the higher plan"),
    "side.measures": ("本計画の施策", "measures of this plan"),
    "correspondence.items": (
        "上位計画の項目{count}件: 対応あり{accepted}　候補のみ{proposed}　対象外{waived}"
        "　対応なし{open}　不明{unknown}",
        "{count} items of the higher plan: {accepted} answered, {proposed} proposed only, "
        "{waived} waived, {open} not answered, {unknown} unknown",
    ),
    "correspondence.measures": (
        "本計画の施策{count}件: 対応あり{accepted}　候補のみ{proposed}　対象外{waived}"
        "　対応なし{open}　不明{unknown}",
        "{count} measures of this plan: {accepted} linked, {proposed} proposed only, "
        "{waived} waived, {open} not linked, {unknown} unknown",
    ),
    "correspondence.by": ("{plans}（{verb}）", "{plans} ({verb})"),
    "correspondence.of": ("{item}（{plan}）", "{item} ({plan})"),
    "correspondence.direct": (
        "下位の項目を通じた対応を除くと、対応ありは{count}件です。",
        "{count} are answered themselves, not only through an item below them.",
    ),
    "correspondence.below": ("（下位の項目で）", " (through an item below)"),
    "listing.id": ("符号", "Id"),
    "listing.level": ("段階", "Level"),
    "listing.number": ("番号", "Number"),
    "listing.item": ("項目", "Item"),
    "listing.above": ("上の見出し", "Above"),
    "listing.departments": ("担当課", "Departments"),
    "listing.indicator": ("指標", "Indicator"),
    "listing.baseline": ("現状値", "Baseline"),
    "listing.target": ("目標値", "Target"),
    "listing.text": ("本文", "Text"),
    "column.plan": ("計画", "Plan"),
    "column.higher": ("上位計画", "Higher plan"),
    "column.verb": ("関係", "Relation"),
    "column.side": ("どちら側か", "Side"),
    "column.above": ("上の見出し", "Headings above"),
    "column.number": ("番号", "Number"),
    "column.item": ("項目", "Item"),
    "column.standing": ("状況", "Standing"),
    "column.shallow": ("状況（直接の対応だけ）", "Standing (direct links only)"),
    "column.other-plan": ("相手の計画", "Other plan"),
    "column.other": ("相手の項目", "Other item"),
    "column.link": ("対応づけ", "Link"),
    "column.waived": ("対象外の理由", "Waived because"),
    "coverage.nothing": (
        "施策も指標もある計画が読み込まれていません。",
        "No plan with measures or indicators was read.",
    ),
    "coverage.by-item": (
        "施策と指標の対応（{level} {units}件のうち指標のあるもの {measured}件）",
        "Measures and their indicators ({level}: {measured} of {units} have one)",
    ),
    "coverage.by-indicator": (
        "指標と施策の対応（指標 {count}件）",
        "Indicators and what they measure ({count})",
    ),
    "coverage.comparison": ("指標の比較（計画の間）", "The same indicator in two plans"),
    "coverage.reviewed": ("（同じ指標と確認済み）", "(reviewed)"),
    "coverage.proposed": ("（名称などが合う候補）", "(proposed: the names agree)"),
    "coverage.repeated": ("（再掲）", " (listed again)"),
    "coverage.none": ("指標なし", "no indicator"),
    "coverage.none-here": (
        "不明（概要版・抜粋に記載なし）",
        "unknown (not in this summary or extract)",
    ),
    "coverage.waived": ("対象外（{reason}）", "waived ({reason})"),
    "coverage.no-item": ("どの施策・目標のものかの表示なし", "shown under no measure or goal"),
    "coverage.values": (
        "現状値 {baseline}  目標値 {target}",
        "baseline {baseline}  target {target}",
    ),
    "coverage.in-year": ("{value}（{year}）", "{value} ({year})"),
    "coverage.year-unknown": ("{value}（年度不明）", "{value} (year unknown)"),
    "coverage.not-set": ("設定なし", "not set"),
    "corpus.municipality": ("市町村", "Municipality"),
    "corpus.failed": ("検査できず", "failed"),
    "corpus.failed.error": ("検査できませんでした。{detail}", "failed. {detail}"),
    "corpus.failed.killed": (
        "検査のプロセスが途中で終わりました（{detail}）。メモリーが足りないときにも起こります。"
        "その市町村のフォルダーだけを check で調べてみてください。",
        "its process ended half-way ({detail}); lack of memory may do that too."
        " Try check on that folder alone.",
    ),
    "corpus.failed.memory": (
        "メモリーの上限（{detail} MB）に達しました。"
        "--unit-memory の値を大きくするか、計画のファイルを減らしてください。",
        "reached its limit of memory ({detail} MB)."
        " Give more with --unit-memory, or take plans out.",
    ),
    "corpus.failed.time": (
        "時間の上限（{detail}秒）に達しました。"
        "--unit-timeout の値を大きくするか、計画のファイルを減らしてください。",
        "reached its limit of time ({detail} s). Give more with --unit-timeout, or take plans out.",
    ),
    "corpus.memory-all": (
        "メモリーが足りませんでした。--workers を減らして、もう一度実行してください。",
        "there was not enough memory. Run it again with fewer --workers.",
    ),
    "corpus.unread": ("読めないファイル {count}件", "files not read: {count}"),
    "corpus.rules-failed": ("失敗した規則 {count}件", "rules failed: {count}"),
    "corpus.empty": ("計画のファイルなし", "no plan files"),
    "corpus.no-units": (
        "{folder}: 市町村のフォルダーがありません。08236-omitama のように、5桁の団体コードと名前を"
        "「-」でつないだフォルダーに、市町村ごとの計画を入れてください。",
        "{folder}: There is no folder of a municipality. Put the plans of each into a folder whose"
        " name is its five-digit code, '-' and a name, like 08236-omitama.",
    ),
    "corpus.units": (
        "市町村 {count}（今回検査したもの {checked}、検査できなかったもの {failed}）",
        "Municipalities: {count} ({checked} checked in this run, {failed} failed)",
    ),
    "corpus.findings": (
        "要修正 {violation}件　要確認 {warning}件　参考 {info}件",
        "{violation} must fix, {warning} check, {info} notes",
    ),
    "corpus.results": ("市町村ごとの結果: {folder}", "Result of each: {folder}"),
    "corpus.no-results": (
        "{folder} に検査の結果がありません。先に check を --workers を付けて実行してください"
        "（結果を別の場所に置いたときは --results で指定します）。",
        "There are no results in {folder}. Run check with --workers first"
        " (if they are elsewhere, name the folder with --results).",
    ),
    "summary.country": ("全国（市町村 {count}）", "Country (municipalities: {count})"),
    "summary.municipality": ("市町村", "Municipalities"),
    "summary.municipality.checked": ("検査済み", "checked"),
    "summary.municipality.incomplete": ("一部を検査できず", "checked in part"),
    "summary.municipality.empty": ("計画のファイルなし", "without plan files"),
    "summary.municipality.failed": ("検査できず", "failed"),
    "summary.municipality.unchecked": ("未検査", "not checked yet"),
    "summary.measure": ("施策の対応づけ", "Measures"),
    "summary.measure.linked": ("対応あり", "linked"),
    "summary.measure.proposed": ("候補のみ", "proposed only"),
    "summary.measure.no-counterpart": ("該当なしと記録", "recorded as without counterpart"),
    "summary.measure.unlinked": ("対応づけなし", "not linked"),
    "summary.measure.not-begun": (
        "不明（対応づけの始まっていない計画）",
        "unknown (linking of the plan has not begun)",
    ),
    "summary.measure.not-applicable": (
        "対象外（上位計画を挙げていない計画）",
        "not applicable (the plan names no higher plan)",
    ),
    "summary.citation": ("引用している計画の期間", "Citations"),
    "summary.citation.in-force": ("期間中", "in force"),
    "summary.citation.ended": ("期間切れ", "ended"),
    "summary.citation.unknown": ("不明", "unknown"),
    "summary.outline": ("「{title}」の項目への対応", "Items of {title}"),
    "summary.known": ("市町村", "Municipalities"),
    "summary.known.all": ("対応がすべて分かる", "all known"),
    "summary.known.partly": ("一部だけ分かる（概要版・抜粋）", "known in part (summary, extract)"),
    "summary.known.nothing": ("不明（対応づけの記録なし）", "unknown (no links recorded)"),
    "summary.known.without": ("対象外（勘案する計画がない）", "not applicable (no such plan)"),
    "summary.known.unknown": ("計画の有無が不明", "unknown whether there is a plan"),
    "summary.item": ("項目", "Item"),
    "summary.item.answered": ("対応あり", "answered"),
    "summary.item.proposed": ("候補のみ", "proposed"),
    "summary.item.waived": ("対象外", "waived"),
    "summary.item.unanswered": ("対応なし", "not answered"),
    "summary.item.unknown": ("不明", "unknown"),
    "summary.rate": ("対応率", "rate"),
    "summary.rate-of": (
        "対応率は、対応がすべて分かる市町村（{count}）のうち、対応する施策のある割合です。",
        "The rate is that of the municipalities of which everything is known ({count}).",
    ),
    "summary.prefectures": ("都道府県別", "Prefectures"),
    "summary.prefecture": ("都道府県", "Prefecture"),
    "summary.prefecture.checked": ("検査済み", "checked"),
    "summary.prefecture.with-plan": ("勘案する計画あり", "with such a plan"),
    "summary.prefecture.unlinked": ("対応づけなしの施策", "measures not linked"),
    "summary.prefecture.not-begun": ("未着手の施策", "not begun"),
    "summary.prefecture.ended": ("期間切れの引用", "ended citations"),
    "summary.all": ("全国", "Country"),
    "summary.shares": (
        "「/」の右は、対応づけの始まった計画の施策と、期間の分かる引用の数です。"
        "未着手は、対応づけの始まっていない計画の施策です。対応率は、項目全体の平均です。",
        "Right of '/': measures of plans whose linking has begun, citations with known periods."
        " Not begun: measures of the other plans. The rate is the mean of all items.",
    ),
    "status.in-force": ("計画期間中", "in force"),
    "status.ended": ("期間終了", "ended"),
    "status.coming": ("開始前", "not begun"),
    "status.period-unknown": ("期間不明", "period unknown"),
    "status.not-asked": ("（--as-of の指定なし）", "(no --as-of)"),
    "config.file": ("設定ファイル", "Configuration file"),
    "config.none": ("なし（既定値）", "none (defaults)"),
}
