"""key -> (ja, en) of the report as Excel and Word, and of the answers that come back."""

OFFICE_REPORT: dict[str, tuple[str, str]] = {
    "review.priority": ("優先度 {word}", "priority {word}"),
    "review.signed": ("{words}（{person}、{day}）", "{words} ({person}, {day})"),
    "review.recorded": (
        "判断{count}件を {file} に記録しました。",
        "Answers recorded in {file}: {count}.",
    ),
    "review.nothing": (
        "新しく記録する判断はありませんでした。",
        "There was no new answer to record.",
    ),
    "review.waived": (
        "見送り{count}件を、対象外として {file} に登録しました。",
        "Dismissed and now waived in {file}: {count}.",
    ),
    "review.row": ("{row}行目（No. {number}「{label}」）", "row {row} (No. {number} '{label}')"),
    "review.added": (
        "指摘についてではない行は読み込んでいません: {rows}行目",
        "Rows about no finding were not read: {rows}",
    ),
    "review.left.conflict": (
        "このブックを作った後に、別の判断が記録されています。次の行は記録していません。"
        "check で新しいブックを作り、どちらにするかを決めてください。{rows}",
        "Something else was recorded after this workbook had been made, so these rows were left"
        " out. Make a new workbook with check and decide.{rows}",
    ),
    "review.left.without-reason": (
        "見送りに理由がない行は記録していません。「理由・コメント」に書いて、"
        "もう一度読み込んでください。{rows}",
        "What is dismissed needs a reason, so these rows were left out. Write it and import the"
        " workbook again.{rows}",
    ),
    "review.remark.gone": (
        "今は出ていない指摘です（判断は記録しました）。{rows}",
        "These findings are not there any more (the answers were recorded).{rows}",
    ),
    "review.remark.changed": (
        "指摘の内容がブックを作った後に変わったため、対象外として登録していません"
        "（判断は記録しました）。今の内容で確かめてください。{rows}",
        "What these list has changed since the workbook was made, so they were not waived (the"
        " answers were recorded). Look at them as they are now.{rows}",
    ),
    "review.remark.waived-already": (
        "すでに waivers.toml に登録されています（登録は書き換えていません）。"
        "理由を改めるときは、登録を直してください。{rows}",
        "These are waived in the project already, and its record was not changed. Change it there"
        " if the reason is another one.{rows}",
    ),
    "review.remark.waived-still": (
        "対象外の登録が残っているため、対象外のままです。取り消すときは、waivers.toml などの登録を"
        "消してください。{rows}",
        "These stay waived as long as their records are there. Take them out of waivers.toml, or"
        " wherever they are, to open them again.{rows}",
    ),
    "review.remark.no-plan": (
        "計画に属さない指摘なので、対象外として登録できません（判断は記録しました）。{rows}",
        "These belong to no plan and cannot be waived (the answers were recorded).{rows}",
    ),
    "review.remark.no-name": (
        "計画の項目として指定できないものの指摘なので、対象外として登録していません"
        "（判断は記録しました）。{rows}",
        "These are about what no record can name, so they were not waived (the answers were"
        " recorded).{rows}",
    ),
    "review.remark.others": (
        "登録すると同じ対象のほかの指摘も対象外になるため、登録していません（判断は記録しました）。"
        "まとめて対象外にしてよければ、waivers.toml に書いてください。{rows}",
        "A waiver would excuse other findings too, so none was written (the answers were recorded)."
        " Write it into waivers.toml if they may all be excused.{rows}",
    ),
    "review.remark.too-many": (
        "一覧に示しきれない数をまとめた指摘なので、対象外として登録していません"
        "（判断は記録しました）。{rows}",
        "These list more than the workbook shows, so they were not waived (the answers were"
        " recorded).{rows}",
    ),
    "office.cut": ("…（以下略）", "… (cut)"),
    "office.known": ("（既知）{message}", "(known) {message}"),
    "office.taken-back": (
        "見送りの取り消しが記録されています。waivers.toml の登録を消すと反映されます。",
        "Taken back since; it stays waived until its record in waivers.toml is removed.",
    ),
    "office.none": ("なし", "none"),
    "office.no-rows": ("該当するものはありません。", "There are none."),
    "office.summary": ("概要", "Summary"),
    "office.findings-list": ("指摘一覧", "Findings"),
    "office.date": ("基準日", "As of"),
    "office.no-date": (
        "指定なし（今の年度に照らした検査はしていません）",
        "not given (rules about today were not run)",
    ),
    "office.examined": ("調べたもの", "Examined"),
    "office.findings": ("指摘の件数", "Findings"),
    "office.baseline": ("前回との比較", "Since the baseline"),
    "office.since": ("示した範囲", "What is shown"),
    "office.files": ("{count}件", "{count}"),
    "office.not-run": ("検査していない規則", "Rules that were not run"),
    "office.how-to": ("このブックの使い方", "How to use this workbook"),
    "office.how-to.fill-in": (
        "1. シート「指摘一覧」の色の付いた列に記入します。状態は 未対応・反映済・見送り、優先度は "
        "最優先・高・中・低 から選びます。見送りには「理由・コメント」が要ります"
        "（ないものは赤くなります）。",
        "1. Fill in the tinted columns of the sheet 'Findings'. Choose a status and, if you like, a"
        " priority. What is dismissed needs a reason (it turns red without one).",
    ),
    "office.how-to.rearrange": (
        "2. 並べ替え、絞り込み、行の削除、列の移動、シートの追加をしても構いません。"
        "列の名前は変えないでください。右端の隠れた列は、記入を読み戻すために使います。",
        "2. You may sort, filter, delete rows, move columns and add sheets. Keep the names of the"
        " columns, and the hidden columns at the right: they are needed to read it back.",
    ),
    "office.how-to.give-back": (
        "3. 記入したブックは、計画のフォルダーで「alignchecker review import ファイル名」とすると"
        "記録されます。見送りは対象外として登録され、次に調べるときから対象外と表示されます。",
        "3. Give it back with 'alignchecker review import FILE' in the folder of the plans. What is"
        " dismissed is recorded as a waiver and shown as waived from then on.",
    ),
    "office.how-to.severities": (
        "4. 区分は、要修正＝このままでは誤り、要確認＝人が確かめる必要がある、"
        "参考＝知っておくとよい、または調べられなかったこと、です。",
        "4. Severity: 'must fix' is wrong as it stands, 'check' has to be looked at, 'note' is good"
        " to know or could not be examined.",
    ),
    "office.correspondences": ("対応表", "What answers what"),
    "office.items": ("対応表（上位計画→施策）", "Higher plan to measures"),
    "office.measures": ("対応表（施策→上位計画）", "Measures to higher plan"),
    "office.answered-by": ("対応する施策", "Answered by"),
    "office.answers": ("対応する上位計画の項目", "Answers"),
    "office.shallow": ("直接", "Direct"),
    "office.legend": (
        "（「直接」は、下位の項目への対応を除いた状況）",
        "('Direct' leaves out what answers an item below)",
    ),
    "office.level": ("段階", "Level"),
    "office.measure": ("施策", "Measure"),
    "office.indicator": ("指標", "Indicator"),
    "office.baseline-value": ("現状値", "Baseline"),
    "office.target-value": ("目標値", "Target"),
    "office.measures-of": ("指標が測る施策・目標", "What it measures"),
    "office.by-measure": ("指標（施策から）", "Indicators by measure"),
    "office.by-indicator": ("指標（指標から）", "Indicators"),
    "office.compared": ("指標（計画間の比較）", "Indicators in two plans"),
    "office.other": ("もう一方の{of}", "Other: {of}"),
    "office.same": ("同じ指標か", "Same?"),
    "office.reviewed": ("確認済み", "reviewed"),
    "office.proposed": ("名称などが合う候補", "the names agree"),
    "office.plans": ("計画一覧", "Plans"),
    "office.plans-note": (
        "「上位計画がない年度」は、引用している計画のどの版も期間中でない年度です。",
        "'Years without' are those in which no edition of the cited plan is in force.",
    ),
    "office.uncovered": ("上位計画がない年度", "Years without a plan above"),
    "office.years-of": ("{plan}: {years}", "{plan}: {years}"),
}
