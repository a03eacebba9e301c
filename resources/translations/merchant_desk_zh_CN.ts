<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutTab</name>
    <message>
        <source>Merchant Desk</source>
        <translation>商户柜台</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>版本 {number}</translation>
    </message>
    <message>
        <source>Everything is in this one file</source>
        <translation>全部数据就在这一个文件里</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>No account, no network, nothing sent anywhere.</source>
        <translation>不用账号，不联网，什么都不外传。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence; Qt is used under the LGPL.</source>
        <translation>按 MIT 许可发布；Qt 按 LGPL 使用。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>F1 shows them everywhere</source>
        <translation>随时按 F1 查看</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>查找一切</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>新预约</translation>
    </message>
    <message>
        <source>The places at the left</source>
        <translation>左边的页面</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Confirm a sheet</source>
        <translation>确认侧边单</translation>
    </message>
    <message>
        <source>Close a sheet</source>
        <translation>关闭侧边单</translation>
    </message>
    <message>
        <source>Undo, also tomorrow</source>
        <translation>撤销，明天也行</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message numerus="yes">
        <source>%n appointment(s) soon</source>
        <translation>
            <numerusform>有 %n 个预约快到了</numerusform></translation>
    </message>
    <message>
        <source>in {length}</source>
        <translation>{length}后</translation>
    </message>
    <message>
        <source>Next appointment</source>
        <translation>下一个预约</translation>
    </message>
</context>
<context>
    <name>AppointmentSheet</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Change time…</source>
        <translation>改时间…</translation>
    </message>
    <message>
        <source>Take deposit…</source>
        <translation>收定金…</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Back to booked</source>
        <translation>改回已预约</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>恢复预约</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>{amount} taken</source>
        <translation>已收 {amount}</translation>
    </message>
    <message>
        <source>{amount}, not taken yet</source>
        <translation>{amount}，未收</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n 次</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) waiting for a time like this</source>
        <translation>
            <numerusform>有 %n 位在等这样的空档</numerusform></translation>
    </message>
    <message>
        <source>Copied: {what}</source>
        <translation>已复制：{what}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>About the customer</source>
        <translation>关于顾客</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Way there and back, each</source>
        <translation>单程路上时间</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>固定预约</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>已提醒</translation>
    </message>
    <message>
        <source>by the customer</source>
        <translation>顾客取消</translation>
    </message>
    <message>
        <source>by the shop</source>
        <translation>店里取消</translation>
    </message>
    <message>
        <source>What brings them?</source>
        <translation>是什么带来的？</translation>
    </message>
    <message>
        <source>Noted what brings {customer}.</source>
        <translation>已记下{customer}的来源。</translation>
    </message>
</context>
<context>
    <name>AskRow</name>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation>问一下来源…</translation>
    </message>
</context>
<context>
    <name>AwayLine</name>
    <message>
        <source>Single times of {what}</source>
        <translation>{what}的某一次</translation>
    </message>
    <message>
        <source>Take {when} back</source>
        <translation>取消 {when}</translation>
    </message>
    <message>
        <source>At work after all on</source>
        <translation>这天照常上班</translation>
    </message>
    <message>
        <source>Take one time back</source>
        <translation>取消其中一次</translation>
    </message>
    <message>
        <source>No more from this day on</source>
        <translation>从这天起不再休</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>到此为止</translation>
    </message>
    <message>
        <source>At work on {day} after all.</source>
        <translation>{day}照常上班。</translation>
    </message>
    <message>
        <source>No more from {day} on.</source>
        <translation>从{day}起不再休。</translation>
    </message>
    <message>
        <source>Time off taken back.</source>
        <translation>已销假。</translation>
    </message>
</context>
<context>
    <name>AwaySection</name>
    <message>
        <source>Time off</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Other hours on a date</source>
        <translation>某一天的班次不同</translation>
    </message>
    <message>
        <source>What to note</source>
        <translation>要记什么</translation>
    </message>
    <message>
        <source>Note something new</source>
        <translation>新增一条</translation>
    </message>
    <message>
        <source>Nothing noted from today on.</source>
        <translation>今天起没有请假。</translation>
    </message>
    <message>
        <source>Usual hours again on {day}</source>
        <translation>{day}恢复平时的班</translation>
    </message>
    <message>
        <source>Usual hours again.</source>
        <translation>已恢复平时的班。</translation>
    </message>
</context>
<context>
    <name>BackRow</name>
    <message>
        <source>Give back {title}</source>
        <translation>退{title}</translation>
    </message>
    <message>
        <source>How many of {title}</source>
        <translation>{title}的数量</translation>
    </message>
    <message>
        <source>Amount of {title}</source>
        <translation>{title}的金额</translation>
    </message>
    <message>
        <source>Back on the shelf</source>
        <translation>退回库存</translation>
    </message>
    <message>
        <source>{amount} given back before</source>
        <translation>之前已退 {amount}</translation>
    </message>
    <message>
        <source>paid {paid}, used {used} at the stated price</source>
        <translation>实付 {paid}，按约定单价已用 {used}</translation>
    </message>
    <message>
        <source>bonus left {amount}, not paid out</source>
        <translation>剩余赠送 {amount} 不退</translation>
    </message>
</context>
<context>
    <name>BackupsTab</name>
    <message>
        <source>Copy to another disk…</source>
        <translation>复制到另一块盘…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Go back to it…</source>
        <translation>恢复到这份…</translation>
    </message>
    <message>
        <source>No copy yet. One is made each day when the desk is opened.</source>
        <translation>还没有备份。每天打开柜台时会自动备份一次。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Each copy is opened and checked when it is made. 14 days and 12 months are kept.</source>
        <translation>每份备份做好后都会打开检查。保留 14 天和 12 个月。</translation>
    </message>
    <message>
        <source>the day's copy</source>
        <translation>每日备份</translation>
    </message>
    <message>
        <source>before an upgrade of the file</source>
        <translation>文件升级前</translation>
    </message>
    <message>
        <source>what stood here before going back</source>
        <translation>恢复之前的文件</translation>
    </message>
    <message>
        <source>Copy to another disk</source>
        <translation>复制到另一块盘</translation>
    </message>
    <message>
        <source>Shop files</source>
        <translation>店铺文件</translation>
    </message>
    <message>
        <source>Copied and checked: {path}</source>
        <translation>已复制并检查：{path}</translation>
    </message>
</context>
<context>
    <name>BasePaySheet</name>
    <message>
        <source>Base pay</source>
        <translation>底薪</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>每月金额</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>It stands on their statements; 0 is none.</source>
        <translation>会列在提成单上，填 0 表示没有。</translation>
    </message>
    <message>
        <source>A part of a month is paid by its days.</source>
        <translation>不满一个月的按天折算。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>From {day}: {amount} a month</source>
        <translation>{day}起：每月 {amount}</translation>
    </message>
    <message>
        <source>Base pay of {name} noted.</source>
        <translation>已记下{name}的底薪。</translation>
    </message>
</context>
<context>
    <name>BoardCounts</name>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n 单</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n 个预约</numerusform></translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Day board</source>
        <translation>日程板</translation>
    </message>
</context>
<context>
    <name>BookedLine</name>
    <message numerus="yes">
        <source>%n appointment(s) are still to come; they stay on the board.</source>
        <translation>
            <numerusform>之后还有 %n 个预约，会留在日程板上。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) lie in this time; they stay on the board.</source>
        <translation>
            <numerusform>这段时间里已有 %n 个预约，会留在日程板上。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>，另有 %n 个</numerusform></translation>
    </message>
</context>
<context>
    <name>BookingLines</name>
    <message>
        <source>Add service</source>
        <translation>加项目</translation>
    </message>
</context>
<context>
    <name>BookingSheet</name>
    <message>
        <source>Change appointment</source>
        <translation>修改预约</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>新预约</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What made them book?</source>
        <translation>是什么让顾客来预约的？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
</context>
<context>
    <name>BookingTimes</name>
    <message>
        <source>This day is past. What is booked on it is noted all the same.</source>
        <translation>这天已经过去，照样可以补记。</translation>
    </message>
    <message>
        <source>Times are offered up to {day}. One that is typed can be booked all the same.</source>
        <translation>可选时间只列到{day}，更晚的可以直接输入。</translation>
    </message>
    <message>
        <source>That is sooner than times are offered. One that is typed can be booked all the same.</source>
        <translation>这比最早可约的时间还早，直接输入照样能约。</translation>
    </message>
    <message>
        <source>Nothing is free on this day for this.</source>
        <translation>这天没有合适的空档。</translation>
    </message>
    <message>
        <source>This time is past.</source>
        <translation>这个时间已经过了。</translation>
    </message>
    <message>
        <source>Not free at that time for this long.</source>
        <translation>那个时间空档不够长。</translation>
    </message>
    <message>
        <source>Nothing later is free either.</source>
        <translation>之后也没有空档。</translation>
    </message>
</context>
<context>
    <name>CalendarCard</name>
    <message>
        <source>Whoever is free</source>
        <translation>谁有空谁做</translation>
    </message>
    <message>
        <source>By whom, where it is not said</source>
        <translation>没写员工时由谁做</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Dates that name no service</source>
        <translation>没写项目的日程</translation>
    </message>
    <message>
        <source>Squeeze in where the time is taken</source>
        <translation>时间有冲突的也加塞进来</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Dates of the calendar</source>
        <translation>日历里的日程</translation>
    </message>
    <message>
        <source>The first {shown} of {count} dates.</source>
        <translation>共 {count} 条，显示前 {shown} 条。</translation>
    </message>
    <message>
        <source>one of a series</source>
        <translation>重复日程</translation>
    </message>
    <message>
        <source>new customer</source>
        <translation>新顾客</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有更新</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Left alone: changed here since</source>
        <translation>保持不变：这边后来改过</translation>
    </message>
    <message>
        <source>squeezed in</source>
        <translation>加塞</translation>
    </message>
    <message>
        <source>outside working hours</source>
        <translation>不在上班时间</translation>
    </message>
</context>
<context>
    <name>CalendarSheet</name>
    <message>
        <source>Calendar file</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>The whole shop</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>The next 60 days</source>
        <translation>今后 60 天</translation>
    </message>
    <message>
        <source>Days of your choice</source>
        <translation>自选日期</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>哪些天</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Name the customers</source>
        <translation>写上顾客姓名</translation>
    </message>
    <message>
        <source>Without names the file holds times and services only: no names, notes or addresses. Leave them out where others see the calendar.</source>
        <translation>不写姓名时，文件里只有时间和项目，没有姓名、备注和地址。日历给别人看时请不要写。</translation>
    </message>
    <message>
        <source>Save file…</source>
        <translation>保存文件…</translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n 个预约</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n that was called off, so that calendars drop it</source>
        <translation>
            <numerusform>%n 个已取消，日历会随之删掉</numerusform></translation>
    </message>
    <message>
        <source>Nothing is booked then.</source>
        <translation>这段时间没有预约。</translation>
    </message>
    <message>
        <source>Save calendar file</source>
        <translation>保存日历文件</translation>
    </message>
    <message>
        <source>Calendar files</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>{file} saved. Open it in the calendar that is to have it.</source>
        <translation>{file} 已保存，用要收这些日程的日历打开它即可。</translation>
    </message>
</context>
<context>
    <name>CancelBox</name>
    <message>
        <source>Who calls it off?</source>
        <translation>谁取消的？</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店里</translation>
    </message>
    <message>
        <source>Why, if they said</source>
        <translation>原因（说了就记）</translation>
    </message>
    <message>
        <source>Cancel which dates?</source>
        <translation>取消哪几次？</translation>
    </message>
    <message>
        <source>What is over stays; dates that were moved go as well.</source>
        <translation>已过去的不变，改过期的也一起取消。</translation>
    </message>
    <message>
        <source>Worker is ill</source>
        <translation>员工生病</translation>
    </message>
    <message>
        <source>Shop is closed</source>
        <translation>店里休息</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>约错了</translation>
    </message>
    <message>
        <source>Something is broken</source>
        <translation>设备坏了</translation>
    </message>
    <message>
        <source>Ill</source>
        <translation>生病</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>没时间</translation>
    </message>
    <message>
        <source>Change of plans</source>
        <translation>计划有变</translation>
    </message>
    <message>
        <source>Found another shop</source>
        <translation>去了别家</translation>
    </message>
    <message>
        <source>Too expensive</source>
        <translation>太贵</translation>
    </message>
    <message>
        <source>Less than {hours} hours before: it counts as a late cancellation.</source>
        <translation>离到店不足 {hours} 小时，记为临时取消。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>不取消</translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <translation>取消预约</translation>
    </message>
</context>
<context>
    <name>CardSheet</name>
    <message>
        <source>Prepaid card</source>
        <translation>预付卡</translation>
    </message>
    <message>
        <source>Give away…</source>
        <translation>转让…</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>停卡…</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Last day…</source>
        <translation>延期…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>调整…</translation>
    </message>
    <message>
        <source>sold on {day}</source>
        <translation>{day}办卡</translation>
    </message>
    <message>
        <source>paused since {day}</source>
        <translation>{day}起停卡</translation>
    </message>
    <message>
        <source>Spends first: {what}</source>
        <translation>扣款顺序：{what}</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>卡内明细</translation>
    </message>
    <message>
        <source>Card {number} goes on.</source>
        <translation>卡 {number} 已恢复。</translation>
    </message>
</context>
<context>
    <name>CardTypeSheet</name>
    <message>
        <source>Card type</source>
        <translation>卡种</translation>
    </message>
    <message>
        <source>New card type</source>
        <translation>新建卡种</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>as it is called in the shop</source>
        <translation>店里怎么叫这张卡</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>卡名</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Days it is valid</source>
        <translation>有效天数</translation>
    </message>
    <message>
        <source>Bonus on top</source>
        <translation>赠送金额</translation>
    </message>
    <message>
        <source>Kept apart: it pays, but nobody paid it.</source>
        <translation>单独记账：可以抵扣消费，但不是顾客付的钱。</translation>
    </message>
    <message>
        <source>Spent first</source>
        <translation>扣款顺序</translation>
    </message>
    <message>
        <source>What it can be used for</source>
        <translation>可用项目</translation>
    </message>
    <message>
        <source>No longer sell it</source>
        <translation>停售</translation>
    </message>
    <message>
        <source>Sell it again</source>
        <translation>恢复销售</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>no longer sold</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>{worth} for {price}: {share} less.</source>
        <translation>{price} 抵 {worth}，便宜 {share}。</translation>
    </message>
    <message>
        <source>One card above ¥5,000: in China the rules for prepaid cards set this as the most for a card with a name on it.</source>
        <translation>单张超过 ¥5,000：按国内预付卡管理规定，记名卡单张最多 ¥5,000。</translation>
    </message>
    <message>
        <source>{name} can be sold.</source>
        <translation>{name}可以卖了。</translation>
    </message>
    <message>
        <source>{name} changed. Cards sold before stay as they are.</source>
        <translation>已修改{name}，以前卖出的卡不变。</translation>
    </message>
    <message>
        <source>{name} is no longer sold. Its cards go on.</source>
        <translation>{name}已停售，卖出的卡照常用。</translation>
    </message>
    <message>
        <source>{name} is sold again.</source>
        <translation>{name}已恢复销售。</translation>
    </message>
</context>
<context>
    <name>CardTypesTab</name>
    <message>
        <source>No longer sold</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>New card type</source>
        <translation>新建卡种</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡种</translation>
    </message>
    <message>
        <source>What is on it</source>
        <translation>卡内容</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>已售</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Card types</source>
        <translation>卡种</translation>
    </message>
    <message>
        <source>None is sold any more.</source>
        <translation>全部已停售。</translation>
    </message>
    <message>
        <source>No prepaid cards yet</source>
        <translation>还没有卡种</translation>
    </message>
    <message>
        <source>A balance card is paid now and spent later, a pass is so many times a service. Say what you offer; it is sold at checkout.</source>
        <translation>储值卡先充值、后消费，次卡是某个项目做多少次。在这里设好卡种，收款时就能卖。</translation>
    </message>
    <message>
        <source>Prepaid cards</source>
        <translation>预付卡</translation>
    </message>
    <message>
        <source>no longer sold</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>{uses} free</source>
        <translation>赠 {uses}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform></translation>
    </message>
    <message>
        <source>No end</source>
        <translation>长期有效</translation>
    </message>
</context>
<context>
    <name>CardsTab</name>
    <message>
        <source>No card was sold yet</source>
        <translation>还没有卖过卡</translation>
    </message>
    <message>
        <source>Say in Services &amp; Team what you offer, and sell it at checkout. Cards from before the desk can be taken over here.</source>
        <translation>先在“项目与员工”里设好卡种，收款时就能卖。用本系统之前卖的卡可以在这里补录。</translation>
    </message>
    <message>
        <source>Card from before</source>
        <translation>补录旧卡</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>预付卡</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>What we owe</source>
        <translation>未消耗余额</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Number, card, customer</source>
        <translation>卡号、卡名、顾客</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Left on it</source>
        <translation>卡内剩余</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>未消耗余额</translation>
    </message>
    <message>
        <source>Prepaid cards</source>
        <translation>预付卡</translation>
    </message>
    <message>
        <source>No card fits. Try another state or fewer words.</source>
        <translation>没有符合的卡。换个状态或少输几个字试试。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 张</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picked:</source>
        <translation>
            <numerusform>已选 %n 项：</numerusform></translation>
    </message>
    <message>
        <source>The newest {n} are listed.</source>
        <translation>只列出最近 {n} 条。</translation>
    </message>
    <message>
        <source>What we owe {day}</source>
        <translation>未消耗余额 {day}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>办卡日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>售价</translation>
    </message>
    <message>
        <source>Uses left</source>
        <translation>剩余次数</translation>
    </message>
    <message>
        <source>Bonus left</source>
        <translation>剩余赠送</translation>
    </message>
</context>
<context>
    <name>ChartsPage</name>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>近 3 个月</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>近 12 个月</translation>
    </message>
    <message>
        <source>Any…</source>
        <translation>自选…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>The first day comes after the last.</source>
        <translation>第一天在最后一天之后。</translation>
    </message>
</context>
<context>
    <name>CheckoutSheet</name>
    <message>
        <source>Checkout</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>散客到店</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Put aside or pay later</source>
        <translation>挂单或欠款</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Print a receipt with every sale</source>
        <translation>每单都打小票</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Pay later</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Put aside. It waits under open sales.</source>
        <translation>已挂单，在“未结”里可以继续。</translation>
    </message>
    <message>
        <source>{amount} to be paid later. It waits under open sales.</source>
        <translation>欠款 {amount}，在“未结”里可以继续收。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>收款完成</translation>
    </message>
    <message>
        <source>Choose how {amount} is paid.</source>
        <translation>选一下 {amount} 怎么付。</translation>
    </message>
</context>
<context>
    <name>ClashBox</name>
    <message>
        <source>Squeeze in anyway</source>
        <translation>仍然加塞</translation>
    </message>
    <message>
        <source>It stays on the record and is drawn hatched on the board.</source>
        <translation>会记下来，在日程板上用斜纹画出。</translation>
    </message>
    <message>
        <source>Take {time}</source>
        <translation>改到 {time}</translation>
    </message>
</context>
<context>
    <name>ClockButton</name>
    <message>
        <source>The clock is right</source>
        <translation>时间没错</translation>
    </message>
</context>
<context>
    <name>CloseSheet</name>
    <message>
        <source>Close the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Cash in the drawer</source>
        <translation>钱箱现金</translation>
    </message>
    <message>
        <source>Other ways to pay</source>
        <translation>其他付款方式</translation>
    </message>
    <message>
        <source>Compare with the other side's own list. An empty field is as expected.</source>
        <translation>请与对方的账单核对，不填就按应有金额。</translation>
    </message>
    <message>
        <source>Who counted</source>
        <translation>清点人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Stays in the drawer, as the next day's float</source>
        <translation>留在钱箱，作次日备用金</translation>
    </message>
    <message>
        <source>Paid with the shop's own cards, nothing to count: {cards}</source>
        <translation>用本店卡支付，无需清点：{cards}</translation>
    </message>
    <message>
        <source>To be taken out of the drawer: {amount}</source>
        <translation>需从钱箱取出：{amount}</translation>
    </message>
    <message>
        <source>{day} is closed.</source>
        <translation>{day}已日结。</translation>
    </message>
</context>
<context>
    <name>ClosedDays</name>
    <message>
        <source>Closed days</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>哪天休息</translation>
    </message>
    <message>
        <source>Closed until</source>
        <translation>休到</translation>
    </message>
    <message>
        <source>What for, like Spring Festival</source>
        <translation>原因，比如春节</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>None. On a closed day nobody can be booked.</source>
        <translation>没有。休息日不能预约。</translation>
    </message>
    <message>
        <source>Open again on {day}</source>
        <translation>{day} 恢复营业</translation>
    </message>
    <message>
        <source>Closed on {day}.</source>
        <translation>{day} 休息。</translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) booked then stay: move or cancel them.</source>
        <translation>
            <numerusform>这几天已有 %n 个预约不会变动，请改期或取消。</numerusform></translation>
    </message>
    <message>
        <source>Open again on {day}.</source>
        <translation>{day} 恢复营业。</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Copy words to say</source>
        <translation>复制口令文案</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>打开原视频</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Code word {code}</source>
        <translation>口令 {code}</translation>
    </message>
    <message>
        <source>an influencer</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Made by {name}</source>
        <translation>{name}制作</translation>
    </message>
    <message>
        <source>For: {service}</source>
        <translation>推广项目：{service}</translation>
    </message>
    <message>
        <source>Paid promotion</source>
        <translation>付费推广</translation>
    </message>
    <message>
        <source>Archived: not in lists any more.</source>
        <translation>已归档，不再出现在列表里。</translation>
    </message>
    <message>
        <source>Copied. Paste it where you write the words of the content.</source>
        <translation>已复制，粘贴到内容的文案里就行。</translation>
    </message>
</context>
<context>
    <name>CommissionTab</name>
    <message>
        <source>No longer used</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>No commission yet</source>
        <translation>还没有提成规则</translation>
    </message>
    <message>
        <source>A rule says what a worker earns by what they do: a percentage, an amount, or steps.</source>
        <translation>规则写明员工做什么、提多少：按比例、固定金额或阶梯。</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Base pay a month</source>
        <translation>每月底薪</translation>
    </message>
    <message>
        <source>Base pay</source>
        <translation>底薪</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>提成</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>适用员工</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>提成</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>附加条件</translation>
    </message>
    <message>
        <source>Rules of commission</source>
        <translation>提成规则</translation>
    </message>
</context>
<context>
    <name>ConsentLine</name>
    <message>
        <source>Note consent…</source>
        <translation>记录同意…</translation>
    </message>
    <message>
        <source>Withdraw consent</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Nothing noted yet.</source>
        <translation>还没有记录。</translation>
    </message>
    <message>
        <source>Given on {when}.</source>
        <translation>{when} 同意。</translation>
    </message>
    <message>
        <source>For: {what}</source>
        <translation>用途：{what}</translation>
    </message>
    <message>
        <source>Asked by {name}</source>
        <translation>{name}问的</translation>
    </message>
    <message>
        <source>Keeping name, phone and visits</source>
        <translation>保存姓名、手机和到店记录</translation>
    </message>
    <message>
        <source>What they agree to</source>
        <translation>同意的内容</translation>
    </message>
    <message>
        <source>Name of the worker</source>
        <translation>员工姓名</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>谁问的</translation>
    </message>
    <message>
        <source>They agreed</source>
        <translation>她同意了</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不了</translation>
    </message>
</context>
<context>
    <name>ContentPage</name>
    <message>
        <source>No content logged yet</source>
        <translation>还没有记过内容</translation>
    </message>
    <message>
        <source>Log each short video, live stream and grass post: it gets a code word, and customers who name it are counted to it.</source>
        <translation>每条短视频、每场直播、每篇种草笔记都记一下：它会得到一个口令，报出口令的顾客就算在它头上。</translation>
    </message>
    <message>
        <source>Log content</source>
        <translation>记一条内容</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Import platform data…</source>
        <translation>导入平台数据…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Short videos</source>
        <translation>短视频</translation>
    </message>
    <message>
        <source>Live streams</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Grass posts</source>
        <translation>种草笔记</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>近 90 天</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>近一年</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>Title, code word</source>
        <translation>搜索标题、口令…</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Code word</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Nothing fits. Look for another word, or in a longer period.</source>
        <translation>没有符合的。换个词，或选更长的时间。</translation>
    </message>
    <message>
        <source>Nothing came out in this period. Choose a longer one above, or log a content.</source>
        <translation>这段时间没有发布内容。选更长的时间，或记一条内容。</translation>
    </message>
</context>
<context>
    <name>ContentSheet</name>
    <message>
        <source>Edit content</source>
        <translation>编辑内容</translation>
    </message>
    <message>
        <source>Log content</source>
        <translation>记一条内容</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Log it</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>What it is called, or its first words</source>
        <translation>标题，或开头几个字</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Paste the app's share text; the address is taken out of it.</source>
        <translation>把 App 的分享文案整段贴进来，会自动取出链接。</translation>
    </message>
    <message>
        <source>None in particular</source>
        <translation>不限项目</translation>
    </message>
    <message>
        <source>Paid promotion</source>
        <translation>付费推广</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>是什么？</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>谁拍的</translation>
    </message>
    <message>
        <source>Service it promotes</source>
        <translation>推广的项目</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Cost (may be empty)</source>
        <translation>花费（可不填）</translation>
    </message>
    <message>
        <source>Spent on</source>
        <translation>花在哪</translation>
    </message>
    <message>
        <source>“{title}” logged.</source>
        <translation>已记下「{title}」。</translation>
    </message>
    <message>
        <source>“{title}” saved.</source>
        <translation>已保存「{title}」。</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>已记下</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>This is no link. It begins with https://</source>
        <translation>这不是链接，链接以 https:// 开头。</translation>
    </message>
    <message>
        <source>“{title}” archived.</source>
        <translation>已归档「{title}」。</translation>
    </message>
</context>
<context>
    <name>ContentsCard</name>
    <message>
        <source>Which content brings the best customers</source>
        <translation>哪条内容带来的顾客最值</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>ROAS</source>
        <translation>回报</translation>
    </message>
    <message>
        <source>Came again, 90 % interval</source>
        <translation>回头率 90% 区间</translation>
    </message>
    <message>
        <source>Nothing came out in this period, and nothing brought anybody. Log one under Content.</source>
        <translation>这段时间没有发布内容，也没有内容带来顾客。去“内容”里记一条。</translation>
    </message>
    <message>
        <source>too few yet</source>
        <translation>人数太少</translation>
    </message>
</context>
<context>
    <name>Correct</name>
    <message>
        <source>Correct what is on it</source>
        <translation>调整卡内余额</translation>
    </message>
    <message>
        <source>The ledger is never edited: this adds an entry of today. Below zero takes something off. It is neither taken in nor earned.</source>
        <translation>原有明细不能改，这里会加一条今天的调整。填负数就是扣减。不算收款，也不算已消耗。</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记下调整</translation>
    </message>
    <message>
        <source>Paid part, more or less</source>
        <translation>本金增减</translation>
    </message>
    <message>
        <source>Bonus, more or less</source>
        <translation>赠送增减</translation>
    </message>
    <message>
        <source>{service}, {n} left</source>
        <translation>{service}，剩 {n} 次</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say what is put on or taken off.</source>
        <translation>请填写增加或扣减多少。</translation>
    </message>
    <message>
        <source>Card {number} corrected.</source>
        <translation>卡 {number} 已调整。</translation>
    </message>
</context>
<context>
    <name>CostForm</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>CountRow</name>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>Counted: {method}</source>
        <translation>{method}实点</translation>
    </message>
    <message>
        <source>for example: given back too much</source>
        <translation>例如：找零多给了</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>差额原因</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>少 {amount}</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>多 {amount}</translation>
    </message>
</context>
<context>
    <name>CounterRow</name>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Price of one use</source>
        <translation>单次价格</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>Take this service off the pass</source>
        <translation>从次卡中去掉这个项目</translation>
    </message>
</context>
<context>
    <name>CounterRows</name>
    <message>
        <source>Service, how often, and what one use counts</source>
        <translation>项目、次数、单次价格</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>加项目</translation>
    </message>
</context>
<context>
    <name>Customer</name>
    <message>
        <source>Passing customer</source>
        <translation>散客</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>看顾客</translation>
    </message>
</context>
<context>
    <name>CustomerCards</name>
    <message>
        <source>No prepaid card.</source>
        <translation>没有卡。</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Left on it</source>
        <translation>卡内剩余</translation>
    </message>
    <message>
        <source>Prepaid cards</source>
        <translation>预付卡</translation>
    </message>
    <message>
        <source>Card from before</source>
        <translation>补录旧卡</translation>
    </message>
</context>
<context>
    <name>CustomerCounts</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>到店 %n 次</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n no-show(s)</source>
        <translation>
            <numerusform>爽约 %n 次</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n called off late</source>
        <translation>
            <numerusform>临时取消 %n 次</numerusform></translation>
    </message>
</context>
<context>
    <name>CustomerLine</name>
    <message>
        <source>Change</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Customer (optional): name, pinyin or phone tail</source>
        <translation>顾客（可不填）：姓名、拼音或手机尾号</translation>
    </message>
    <message>
        <source>Visit {n}</source>
        <translation>第 {n} 次到店</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>首次到店</translation>
    </message>
    <message>
        <source>Open card</source>
        <translation>看顾客卡</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message numerus="yes">
        <source>%n called off late</source>
        <translation>
            <numerusform>临时取消 %n 次</numerusform></translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>接下来的预约</translation>
    </message>
    <message>
        <source>What brought them</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意授权</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>No phone number</source>
        <translation>没留手机</translation>
    </message>
    <message>
        <source>WeChat: {text}</source>
        <translation>微信：{text}</translation>
    </message>
    <message>
        <source>Birthday: {text}</source>
        <translation>生日：{text}</translation>
    </message>
    <message>
        <source>Gender: {text}</source>
        <translation>性别：{text}</translation>
    </message>
    <message>
        <source>Address: {text}</source>
        <translation>地址：{text}</translation>
    </message>
    <message>
        <source>Referred by {text}</source>
        <translation>{text}介绍</translation>
    </message>
    <message>
        <source>Archived: not in lists and search any more.</source>
        <translation>已归档，列表和搜索里不再出现。</translation>
    </message>
    <message>
        <source>Consent noted.</source>
        <translation>已记录同意。</translation>
    </message>
    <message>
        <source>Consent withdrawn.</source>
        <translation>已撤回同意。</translation>
    </message>
</context>
<context>
    <name>CustomerPicker</name>
    <message>
        <source>Name, pinyin or phone tail</source>
        <translation>姓名、拼音或手机尾号</translation>
    </message>
    <message>
        <source>New customer “{name}”</source>
        <translation>新顾客“{name}”</translation>
    </message>
    <message>
        <source>No visit yet</source>
        <translation>还没来过</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>找到的顾客</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更换</translation>
    </message>
</context>
<context>
    <name>CustomerSheet</name>
    <message>
        <source>Edit customer</source>
        <translation>编辑顾客</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新顾客</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开{name}</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>With or without the year: 1995-08-20, 08-20</source>
        <translation>有没有年份都行：1995-08-20、08-20</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Allergies, what they like, what to remember</source>
        <translation>过敏、喜好、要记住的事</translation>
    </message>
    <message>
        <source>A customer (optional)</source>
        <translation>哪位顾客（可不填）</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>介绍人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>已添加{name}。</translation>
    </message>
    <message>
        <source>{name} saved.</source>
        <translation>已保存{name}。</translation>
    </message>
    <message>
        <source>{name} archived.</source>
        <translation>已归档{name}。</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Name, pinyin, phone tail</source>
        <translation>姓名、拼音、手机尾号</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新顾客</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>还没有顾客</translation>
    </message>
    <message>
        <source>Note the first customer here, or while you book and check out.</source>
        <translation>在这里添加第一位顾客，预约和收款时也能添加。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Nobody is called that. Look for a part of the name, or the last digits of the number.</source>
        <translation>没有这位顾客。试试姓名的一部分，或手机尾号。</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 位</numerusform></translation>
    </message>
    <message>
        <source>The first {n}; go on typing.</source>
        <translation>只列前 {n} 位，继续输入。</translation>
    </message>
    <message>
        <source>The {n} seen last of {all}; type to find the others.</source>
        <translation>共 {all} 位，列出最近到店的 {n} 位；输入可查找其他人。</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n 位顾客</numerusform></translation>
    </message>
</context>
<context>
    <name>DateBox</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>That day</source>
        <translation>那天</translation>
    </message>
    <message>
        <source>Another stretch</source>
        <translation>再加一段</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>{weekday}, usually {hours}</source>
        <translation>{weekday}，平时 {hours}</translation>
    </message>
    <message>
        <source>{weekday}, usually off</source>
        <translation>{weekday}，平时休息</translation>
    </message>
    <message>
        <source>{said}. The shop is closed that day: nobody can be booked.</source>
        <translation>{said}。那天店休，不能预约。</translation>
    </message>
    <message>
        <source>{hours}: goes on after midnight. What comes then is noted for {day}.</source>
        <translation>{hours} 跨过零点，零点以后记到{day}。</translation>
    </message>
    <message>
        <source>{day} noted.</source>
        <translation>已记下{day}。</translation>
    </message>
</context>
<context>
    <name>DayCloseTab</name>
    <message>
        <source>Day close</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Go to a day</source>
        <translation>跳到某天</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Print or PDF…</source>
        <translation>打印或存为 PDF…</translation>
    </message>
    <message>
        <source>Close the day…</source>
        <translation>日结…</translation>
    </message>
    <message>
        <source>Struck out.</source>
        <translation>已作废。</translation>
    </message>
    <message>
        <source>The day is open again. Count and close it later.</source>
        <translation>已取消日结，之后请重新清点、日结。</translation>
    </message>
    <message>
        <source>Day closes {month}</source>
        <translation>日结 {month}</translation>
    </message>
</context>
<context>
    <name>DayPaperSheet</name>
    <message>
        <source>Print or PDF</source>
        <translation>打印或存为 PDF</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>How it looks on paper</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送到打印机。</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>{file} saved.</source>
        <translation>{file} 已保存。</translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message>
        <source>Cash in the drawer</source>
        <translation>钱箱现金</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已日结</translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n 单</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>%n 单退款</numerusform></translation>
    </message>
    <message>
        <source>Tips {amount}</source>
        <translation>小费 {amount}</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>笔数</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Ways to pay</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Float…</source>
        <translation>备用金…</translation>
    </message>
    <message>
        <source>Money in…</source>
        <translation>存入…</translation>
    </message>
    <message>
        <source>Money out…</source>
        <translation>取出…</translation>
    </message>
    <message>
        <source>Not closed yet:</source>
        <translation>未日结：</translation>
    </message>
    <message>
        <source>left by the last close</source>
        <translation>上次日结留下</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Cash payments, less refunds</source>
        <translation>现金收款（已减退款）</translation>
    </message>
    <message>
        <source>Should be there</source>
        <translation>应有现金</translation>
    </message>
    <message>
        <source>In</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Strike out: {what}</source>
        <translation>作废：{what}</translation>
    </message>
    <message>
        <source>Stays in the drawer</source>
        <translation>留作备用金</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已取出</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>取消日结</translation>
    </message>
    <message>
        <source>nothing to count</source>
        <translation>无需清点</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>少 {amount}</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>多 {amount}</translation>
    </message>
</context>
<context>
    <name>DaysPick</name>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Next 7 days</source>
        <translation>今后 7 天</translation>
    </message>
    <message>
        <source>Next 14 days</source>
        <translation>今后 14 天</translation>
    </message>
    <message>
        <source>Next 30 days</source>
        <translation>今后 30 天</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
</context>
<context>
    <name>DeskActs</name>
    <message>
        <source>Moved to {time}.</source>
        <translation>已移到 {time}。</translation>
    </message>
    <message>
        <source>Moved to {time}: the clock skips {skipped} on this day.</source>
        <translation>已移到{time}：这天调时，没有 {skipped}。</translation>
    </message>
    <message>
        <source>Takes {length} now.</source>
        <translation>时长改为 {length}。</translation>
    </message>
    <message>
        <source>Squeeze in</source>
        <translation>加塞</translation>
    </message>
</context>
<context>
    <name>DeskBar</name>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>By worker</source>
        <translation>按员工</translation>
    </message>
    <message>
        <source>By room</source>
        <translation>按台位</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Today (T)</source>
        <translation>今天（T）</translation>
    </message>
    <message>
        <source>Choose a date</source>
        <translation>选日期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>Whose columns</source>
        <translation>按什么分列</translation>
    </message>
    <message>
        <source>Search customers, phone tail, pinyin…</source>
        <translation>搜索顾客、电话尾号、拼音…</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>到店登记</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>新预约</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Nobody is on shift on this day</source>
        <translation>这天没有人上班</translation>
    </message>
    <message>
        <source>Who works when is set under Services &amp; Team.</source>
        <translation>排班在“项目与员工”里设置。</translation>
    </message>
    <message>
        <source>Open the team</source>
        <translation>去排班</translation>
    </message>
    <message>
        <source>Nobody works here yet</source>
        <translation>还没有员工</translation>
    </message>
</context>
<context>
    <name>DiscountRow</name>
    <message>
        <source>Amount off</source>
        <translation>减金额</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>减百分比</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>改成总价</translation>
    </message>
    <message>
        <source>Kind of discount</source>
        <translation>优惠方式</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Discount of {what}</source>
        <translation>{what}的优惠</translation>
    </message>
    <message>
        <source>No discount</source>
        <translation>不优惠</translation>
    </message>
</context>
<context>
    <name>Doers</name>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Own price or time of one of them…</source>
        <translation>某位员工的价格或时长不同…</translation>
    </message>
    <message>
        <source>With an own price or time they are named one by one: add here whoever joins later.</source>
        <translation>有单独的价格或时长后，会做的人要逐个点名，新来的员工记得在这里加上。</translation>
    </message>
    <message>
        <source>{name} (left)</source>
        <translation>{name}（已离店）</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>may be empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不用了</translation>
    </message>
</context>
<context>
    <name>DueLine</name>
    <message>
        <source>To pay</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>To pay · {amount} not paid yet</source>
        <translation>应收 · 还差 {amount}</translation>
    </message>
    <message>
        <source>To pay · {amount} too much</source>
        <translation>应收 · 多了 {amount}</translation>
    </message>
</context>
<context>
    <name>EndDay</name>
    <message>
        <source>No end</source>
        <translation>长期有效</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>Any entry</source>
        <translation>全部变动</translation>
    </message>
    <message>
        <source>Any card</source>
        <translation>全部卡</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>赠送金额</translation>
    </message>
    <message>
        <source>Paid part</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>Entries of prepaid cards</source>
        <translation>预付卡明细</translation>
    </message>
    <message>
        <source>No entry fits. Try another period or fewer words.</source>
        <translation>没有符合的明细。换个时间或少输几个字试试。</translation>
    </message>
    <message>
        <source>Nothing happened on cards in this time.</source>
        <translation>这段时间卡没有变动。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n 笔</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picked:</source>
        <translation>
            <numerusform>已选 %n 项：</numerusform></translation>
    </message>
    <message>
        <source>The newest {n} are listed.</source>
        <translation>只列出最近 {n} 条。</translation>
    </message>
    <message>
        <source>bonus {amount}</source>
        <translation>赠送 {amount}</translation>
    </message>
    <message>
        <source>Owed {amount}</source>
        <translation>未消耗余额 {amount}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>消费单</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>是否计入</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>EntrySheet</name>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Money into the drawer</source>
        <translation>存入钱箱</translation>
    </message>
    <message>
        <source>Money out of the drawer</source>
        <translation>从钱箱取出</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>常用原因</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What lies in the drawer before the first customer, for change. It is no takings, and a new figure replaces the one before.</source>
        <translation>开门前放在钱箱里找零用的钱。不算营业额，重新填写会替换原来的金额。</translation>
    </message>
    <message>
        <source>Money that no customer paid, such as change from the bank.</source>
        <translation>不是顾客付的钱，例如从银行换的零钱。</translation>
    </message>
    <message>
        <source>Money that leaves the drawer but is no refund, such as supplies or the bank.</source>
        <translation>从钱箱取走、但不是退款的钱，例如买耗材、存银行。</translation>
    </message>
    <message>
        <source>Change from the bank</source>
        <translation>银行换零钱</translation>
    </message>
    <message>
        <source>Owner puts in</source>
        <translation>老板垫入</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>买耗材</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>存银行</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>快递费</translation>
    </message>
    <message>
        <source>Owner takes out</source>
        <translation>老板取走</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The day begins with {amount}.</source>
        <translation>备用金已设为 {amount}。</translation>
    </message>
    <message>
        <source>{amount} put into the drawer.</source>
        <translation>已存入钱箱 {amount}。</translation>
    </message>
    <message>
        <source>{amount} taken out of the drawer.</source>
        <translation>已从钱箱取出 {amount}。</translation>
    </message>
</context>
<context>
    <name>Extend</name>
    <message>
        <source>Now: {until}</source>
        <translation>现在：{until}</translation>
    </message>
    <message>
        <source>Another last day</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Card {number}: {until}.</source>
        <translation>卡 {number}：{until}。</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Cost per new customer</source>
        <translation>获客成本</translation>
    </message>
    <message>
        <source>Came again in 30 days</source>
        <translation>30 天回头率</translation>
    </message>
    <message>
        <source>Content cost</source>
        <translation>内容花费</translation>
    </message>
    <message>
        <source>against {from_day} – {to_day}</source>
        <translation>和 {from_day} – {to_day} 比</translation>
    </message>
    <message>
        <source>too few yet</source>
        <translation>人数太少</translation>
    </message>
    <message>
        <source>{low}–{high}, of {n}</source>
        <translation>{low}–{high}，共 {n} 人</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Undone: {act}</source>
        <translation>已撤销：{act}</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>已重做：{act}</translation>
    </message>
</context>
<context>
    <name>FunnelView</name>
    <message>
        <source>Views</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Named it</source>
        <translation>报出口令</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Came again</source>
        <translation>再次到店</translation>
    </message>
</context>
<context>
    <name>GrowthCard</name>
    <message>
        <source>Growth on last year</source>
        <translation>比去年同期的增长</translation>
    </message>
    <message>
        <source>beside the industry (2024)</source>
        <translation>和行业比（2024）</translation>
    </message>
    <message>
        <source>There is no last year to hold this beside yet.</source>
        <translation>还没有去年的数据可比。</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>everything works without the mouse</source>
        <translation>不用鼠标也能全部操作</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>随处可用</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>查找一切</translation>
    </message>
    <message>
        <source>To the notice below, and back</source>
        <translation>转到下方提示 / 返回</translation>
    </message>
    <message>
        <source>In a sheet</source>
        <translation>在侧边单里</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一栏</translation>
    </message>
</context>
<context>
    <name>HolidayLines</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform></translation>
    </message>
    <message>
        <source>worked instead</source>
        <translation>调休上班</translation>
    </message>
</context>
<context>
    <name>HolidayPreview</name>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不用了</translation>
    </message>
    <message>
        <source>Take these days</source>
        <translation>采用这些日期</translation>
    </message>
    <message>
        <source>{year}: {days}. They take the place of what is known of that year.</source>
        <translation>{year} 年：{days}。将替换该年已有的节假日。</translation>
    </message>
</context>
<context>
    <name>HolidaysCard</name>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>marks, not closed days</source>
        <translation>只作标记，不等于店休</translation>
    </message>
    <message>
        <source>Load a year…</source>
        <translation>载入一年…</translation>
    </message>
    <message>
        <source>Take the loaded days away</source>
        <translation>去掉载入的日期</translation>
    </message>
    <message>
        <source>Only what is loaded</source>
        <translation>只用自己载入的</translation>
    </message>
    <message>
        <source>Whose holidays</source>
        <translation>哪里的节假日</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>{days}, from a file</source>
        <translation>{days}，来自文件</translation>
    </message>
    <message>
        <source>Not yet announced. They are usually published in November; load them here then.</source>
        <translation>尚未公布。通常每年 11 月发布，届时在这里载入。</translation>
    </message>
    <message>
        <source>None are known here.</source>
        <translation>这里还没有节假日。</translation>
    </message>
    <message>
        <source>Holidays changed.</source>
        <translation>节假日已更改。</translation>
    </message>
    <message>
        <source>Load a year of holidays</source>
        <translation>载入一年的节假日</translation>
    </message>
    <message>
        <source>Lists of holidays</source>
        <translation>节假日文件</translation>
    </message>
    <message>
        <source>Holidays of {year} loaded.</source>
        <translation>已载入 {year} 年的节假日。</translation>
    </message>
    <message>
        <source>Loaded holidays of {year} taken away.</source>
        <translation>已去掉载入的 {year} 年节假日。</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>中国大陆</translation>
    </message>
</context>
<context>
    <name>HomeVisit</name>
    <message>
        <source>Home visit</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Way there and back, each</source>
        <translation>单程路上时间</translation>
    </message>
    <message>
        <source>Home visit to</source>
        <translation>上门地址</translation>
    </message>
    <message>
        <source>Way, each</source>
        <translation>单程</translation>
    </message>
    <message>
        <source>In the shop instead</source>
        <translation>改为到店</translation>
    </message>
</context>
<context>
    <name>ImportTab</name>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Drop files here, or choose them</source>
        <translation>把文件拖到这里，或点击选择</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有更新</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>用不上</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What cannot be used, and why</source>
        <translation>用不上的行和原因</translation>
    </message>
    <message>
        <source>What cannot be used</source>
        <translation>用不上的行</translation>
    </message>
    <message>
        <source>This desk reads: {names}. Files are recognised by what is in them, not by their names.</source>
        <translation>能读取：{names}。按文件内容识别，不看文件名。</translation>
    </message>
    <message>
        <source>Exports, spreadsheets and calendars</source>
        <translation>导出文件、表格和日历</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)…</source>
        <translation>
            <numerusform>正在读取 %n 个文件…</numerusform></translation>
    </message>
    <message>
        <source>This is what would come in. Nothing is written yet.</source>
        <translation>将会导入这些，现在还没有写入。</translation>
    </message>
    <message>
        <source>“Import” writes all of it at once; one Undo takes it back.</source>
        <translation>点“导入”会一次写入，撤销一次就能全部收回。</translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>里面没有新内容。</translation>
    </message>
    <message>
        <source>None of it can be imported.</source>
        <translation>没有能导入的。</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Imported: {added} new, {updated} changed.</source>
        <translation>已导入：新增 {added}，更新 {updated}。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be used; they are listed below and kept with the import.</source>
        <translation>
            <numerusform>有 %n 行用不上，列在下面，也会随导入保存。</numerusform></translation>
    </message>
    <message>
        <source>Every row was used.</source>
        <translation>每一行都用上了。</translation>
    </message>
    <message>
        <source>Done. This is what came in.</source>
        <translation>完成。导入了这些。</translation>
    </message>
</context>
<context>
    <name>InvoiceLine</name>
    <message>
        <source>of the invoice that the customer was given</source>
        <translation>已开给顾客的发票</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>发票号码</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>JumpBox</name>
    <message>
        <source>Choose a date</source>
        <translation>选日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Entry</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Change and left</source>
        <translation>变动与余额</translation>
    </message>
    <message>
        <source>Ledger of the card</source>
        <translation>卡内明细</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>已作废，不计</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>时长（分钟）</translation>
    </message>
    <message>
        <source>Take {service} out</source>
        <translation>去掉{service}</translation>
    </message>
    <message>
        <source>{name} (left)</source>
        <translation>{name}（已离店）</translation>
    </message>
    <message>
        <source>It needs a place of the kind “{kind}”, and there is none.</source>
        <translation>需要“{kind}”，但还没有登记。</translation>
    </message>
    <message>
        <source>Any that is free</source>
        <translation>哪个空用哪个</translation>
    </message>
    <message>
        <source>Any that is free · {place}</source>
        <translation>哪个空用哪个 · {place}</translation>
    </message>
    <message>
        <source>{place} · takes {count}</source>
        <translation>{place} · 可容 {count} 位</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>谁来做</translation>
    </message>
    <message>
        <source>Room or chair</source>
        <translation>房间或座位</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>谁都行</translation>
    </message>
    <message>
        <source>Nobody on the team does this.</source>
        <translation>没有员工会做这个项目。</translation>
    </message>
    <message>
        <source>Who did {service}</source>
        <translation>{service}由谁做</translation>
    </message>
    <message>
        <source>How many of {service}</source>
        <translation>{service}的数量</translation>
    </message>
    <message>
        <source>Price of {service}</source>
        <translation>{service}的价格</translation>
    </message>
    <message>
        <source>Who did it?</source>
        <translation>谁做的？</translation>
    </message>
    <message>
        <source>Why another price?</source>
        <translation>为什么改价？</translation>
    </message>
    <message>
        <source>Reason of the price</source>
        <translation>改价原因</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>是什么？</translation>
    </message>
    <message>
        <source>More about {service}</source>
        <translation>{service}的更多操作</translation>
    </message>
    <message>
        <source>Asked for this worker</source>
        <translation>顾客指定</translation>
    </message>
    <message>
        <source>Several workers…</source>
        <translation>多人分工…</translation>
    </message>
    <message>
        <source>Discount…</source>
        <translation>优惠…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>{n} × {price} = {amount}</source>
        <translation>{n} × {price} = {amount}</translation>
    </message>
    <message>
        <source>{n} × {price} {off} = {amount}</source>
        <translation>{n} × {price} {off} = {amount}</translation>
    </message>
    <message>
        <source>with its pass or voucher {amount}</source>
        <translation>用次卡或团购券，按 {amount} 计</translation>
    </message>
    <message>
        <source>asked for this worker</source>
        <translation>顾客指定</translation>
    </message>
    <message>
        <source>{n} in stock</source>
        <translation>库存只有 {n}</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>What came back</source>
        <translation>退回明细</translation>
    </message>
    <message>
        <source>What was sold</source>
        <translation>消费明细</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{n} × {price}</source>
        <translation>{n} × {price}</translation>
    </message>
    <message>
        <source>usually {price}</source>
        <translation>原价 {price}</translation>
    </message>
    <message>
        <source>discount {amount}</source>
        <translation>优惠 {amount}</translation>
    </message>
    <message>
        <source>asked for this worker</source>
        <translation>顾客指定</translation>
    </message>
    <message>
        <source>{amount} given back</source>
        <translation>已退 {amount}</translation>
    </message>
</context>
<context>
    <name>LinesBox</name>
    <message>
        <source>Services</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Add-ons</source>
        <translation>加项</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>加项目</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Product…</source>
        <translation>商品…</translation>
    </message>
    <message>
        <source>Prepaid card…</source>
        <translation>办卡…</translation>
    </message>
    <message>
        <source>Tip…</source>
        <translation>小费…</translation>
    </message>
    <message>
        <source>Free line…</source>
        <translation>手写项目…</translation>
    </message>
    <message>
        <source>Of a day that is over…</source>
        <translation>补记以前的单…</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>小费</translation>
    </message>
    <message>
        <source>+ {add_on} {price}</source>
        <translation>+ {add_on} {price}</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>抹零</translation>
    </message>
</context>
<context>
    <name>LoggedView</name>
    <message>
        <source>Its code word</source>
        <translation>它的口令</translation>
    </message>
    <message>
        <source>Copy words to say</source>
        <translation>复制口令文案</translation>
    </message>
    <message>
        <source>Copied. Paste it where you write the words of the content.</source>
        <translation>已复制，粘贴到内容的文案里就行。</translation>
    </message>
</context>
<context>
    <name>LookTab</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Names of customers, services and contents are yours and are never translated.</source>
        <translation>顾客、项目和内容的名字是您自己的，不会被翻译。</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言和外观</translation>
    </message>
</context>
<context>
    <name>LowStockLine</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Running low: {products}</source>
        <translation>库存不足：{products}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Merchant Desk</source>
        <translation>商户柜台</translation>
    </message>
</context>
<context>
    <name>MakerChoice</name>
    <message>
        <source>The shop</source>
        <translation>店里</translation>
    </message>
    <message>
        <source>Influencer</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>谁拍的</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Influencer's name</source>
        <translation>达人名字</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Money</source>
        <translation>钱</translation>
    </message>
    <message>
        <source>Add cost</source>
        <translation>记花费</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Per new customer</source>
        <translation>每位新客</translation>
    </message>
    <message>
        <source>Show the sales behind it</source>
        <translation>看背后的消费单</translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s)</source>
        <translation>
            <numerusform>新客 %n</numerusform></translation>
    </message>
    <message>
        <source>takings are {times} the cost</source>
        <translation>营业额是花费的 {times}</translation>
    </message>
    <message>
        <source>Cost noted.</source>
        <translation>已记花费。</translation>
    </message>
</context>
<context>
    <name>MonthSheet</name>
    <message>
        <source>Month for the accountant</source>
        <translation>会计月报</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Language of the file</source>
        <translation>文件语言</translation>
    </message>
    <message>
        <source>One file with a summary in both views, what each worker earned, and every row behind it: sales, lines, payments, refunds, vouchers, cards, commission, drawer and day closes. Customers are named in it.</source>
        <translation>一个文件：营业额与已消耗两种口径的汇总、每位员工的收入，以及全部明细：消费单、单内项目、收款、退款、团购券、卡、提成、钱箱和日结。里面有顾客姓名。</translation>
    </message>
    <message>
        <source>Save file…</source>
        <translation>保存文件…</translation>
    </message>
    <message>
        <source>Nothing is in the books of this month.</source>
        <translation>这个月没有账。</translation>
    </message>
    <message>
        <source>{file} saved.</source>
        <translation>{file} 已保存。</translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>The public holidays of {year} are not yet announced.</source>
        <translation>{year} 年的法定节假日尚未公布。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>单数</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>团购券</translation>
    </message>
    <message>
        <source>Own cards</source>
        <translation>本店卡</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Nothing was sold in this month.</source>
        <translation>这个月没有消费单。</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>当月每日</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n not closed</source>
        <translation>
            <numerusform>%n 天未日结</numerusform></translation>
    </message>
    <message>
        <source>all closed</source>
        <translation>全部已日结</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>小费</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未日结</translation>
    </message>
</context>
<context>
    <name>NameChips</name>
    <message>
        <source>Take {name} off the list</source>
        <translation>去掉{name}</translation>
    </message>
</context>
<context>
    <name>Narrowed</name>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>NewCustomer</name>
    <message>
        <source>New customer</source>
        <translation>新顾客</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone (may be empty)</source>
        <translation>手机（可不填）</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>就用{name}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Back to the search</source>
        <translation>返回搜索</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>已添加{name}。</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Next up</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Nothing more today.</source>
        <translation>今天没有了。</translation>
    </message>
</context>
<context>
    <name>NoteAndDeposit</name>
    <message>
        <source>What to know before they sit down</source>
        <translation>提前要知道的</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Take it now</source>
        <translation>现在收定金</translation>
    </message>
</context>
<context>
    <name>OfDayRow</name>
    <message>
        <source>Belongs to</source>
        <translation>所属日期</translation>
    </message>
    <message>
        <source>It is a sale of today</source>
        <translation>按今天的单</translation>
    </message>
    <message>
        <source>Choose a day that is over. A sale of today needs none.</source>
        <translation>请选已经过去的日期；今天的单不用选。</translation>
    </message>
    <message>
        <source>It is counted today, in today's drawer, and says that it belongs to that day.</source>
        <translation>按今天入账、计入今天的钱箱，并注明属于那一天。</translation>
    </message>
</context>
<context>
    <name>OnIt</name>
    <message>
        <source>Left</source>
        <translation>剩余本金</translation>
    </message>
    <message>
        <source>Bonus left</source>
        <translation>剩余赠送</translation>
    </message>
    <message>
        <source>Uses left</source>
        <translation>剩余次数</translation>
    </message>
    <message>
        <source>It cost</source>
        <translation>售价</translation>
    </message>
    <message>
        <source>{left} of {all}</source>
        <translation>剩 {left} / 共 {all}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>next {amount}</source>
        <translation>下次计 {amount}</translation>
    </message>
</context>
<context>
    <name>OpenSaleRow</name>
    <message>
        <source>Passing customer</source>
        <translation>散客</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>to pay later</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续收款</translation>
    </message>
    <message>
        <source>Go on with the sale of {customer}, {amount} to pay</source>
        <translation>继续收{customer}的款，还差 {amount}</translation>
    </message>
</context>
<context>
    <name>OpenSalesCard</name>
    <message>
        <source>Still open</source>
        <translation>未结</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 单</numerusform></translation>
    </message>
</context>
<context>
    <name>OpeningRow</name>
    <message>
        <source>{customer} waits for {service}</source>
        <translation>{customer}在等{service}</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不了</translation>
    </message>
</context>
<context>
    <name>OpeningSheet</name>
    <message>
        <source>Card from before</source>
        <translation>补录旧卡</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Card type</source>
        <translation>卡种</translation>
    </message>
    <message>
        <source>as it was sold</source>
        <translation>办卡时的名称</translation>
    </message>
    <message>
        <source>the next one</source>
        <translation>不填自动编号</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>办卡日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Like this card type</source>
        <translation>参照卡种</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>卡名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Paid for it</source>
        <translation>办卡实付</translation>
    </message>
    <message>
        <source>Left of that</source>
        <translation>其中剩余</translation>
    </message>
    <message>
        <source>Bonus left</source>
        <translation>剩余赠送</translation>
    </message>
    <message>
        <source>Uses that are left</source>
        <translation>剩余次数</translation>
    </message>
    <message>
        <source>What is left on it today. It was taken in before, so it is no takings now.</source>
        <translation>填今天卡里还剩多少。钱以前已经收过，现在不算营业额。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不参照</translation>
    </message>
    <message>
        <source>Choose whose card it is.</source>
        <translation>请选择是谁的卡。</translation>
    </message>
    <message>
        <source>No more can be left than was paid.</source>
        <translation>剩余不能多于实付。</translation>
    </message>
    <message>
        <source>{name} taken over.</source>
        <translation>已补录{name}。</translation>
    </message>
</context>
<context>
    <name>OwedView</name>
    <message>
        <source>At the end of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>Uses left</source>
        <translation>剩余次数</translation>
    </message>
    <message>
        <source>Bonus left</source>
        <translation>剩余赠送</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>未消耗余额</translation>
    </message>
    <message>
        <source>Nothing is owed on cards on this day.</source>
        <translation>这天没有未消耗的余额。</translation>
    </message>
    <message>
        <source>What is owed on cards</source>
        <translation>卡的未消耗余额</translation>
    </message>
    <message>
        <source>What customers paid ahead and have not used yet. Expired cards are in it, a bonus is not.</source>
        <translation>顾客预付了、还没消费的钱。含已过期的卡，不含赠送。</translation>
    </message>
    <message>
        <source>sold {amount}</source>
        <translation>售卡 {amount}</translation>
    </message>
    <message>
        <source>used {amount}</source>
        <translation>消耗 {amount}</translation>
    </message>
    <message>
        <source>taken back {amount}</source>
        <translation>退卡 {amount}</translation>
    </message>
    <message>
        <source>taken over or corrected {amount}</source>
        <translation>补录或调整 {amount}</translation>
    </message>
    <message>
        <source>{month} up to this day: nothing happened on cards.</source>
        <translation>{month}截至这天：卡没有变动。</translation>
    </message>
    <message>
        <source>{month} up to this day: {what}</source>
        <translation>{month}截至这天：{what}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a customer, an appointment, a content, a service, a command</source>
        <translation>找顾客、预约、内容、项目或命令</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>Print or PDF</source>
        <translation>打印或存为 PDF</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>打印什么</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>Names, notes and addresses are on it. Keep it where only the team sees it.</source>
        <translation>上面有姓名、备注和地址，请放在只有店员看得到的地方。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Everybody on one sheet</source>
        <translation>全员一张</translation>
    </message>
    <message>
        <source>Everybody, each on a sheet of their own</source>
        <translation>全员，每人一张</translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n 个预约</numerusform></translation>
    </message>
    <message>
        <source>Nothing is booked then.</source>
        <translation>这段时间没有预约。</translation>
    </message>
    <message>
        <source>{weekday} {day}</source>
        <translation>{day} {weekday}</translation>
    </message>
    <message>
        <source>printed on {day} at {time}</source>
        <translation>打印于 {day} {time}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Address and note</source>
        <translation>地址与备注</translation>
    </message>
    <message>
        <source>squeezed in</source>
        <translation>加塞</translation>
    </message>
    <message>
        <source>Nothing is booked.</source>
        <translation>没有预约。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送到打印机。</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message numerus="yes">
        <source>{file} saved, %n page(s).</source>
        <translation>
            <numerusform>{file} 已保存，共 %n 页。</numerusform></translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>Pause it</source>
        <translation>停卡</translation>
    </message>
    <message>
        <source>It pays nothing meanwhile. When it goes on, the days it rested are added at its end.</source>
        <translation>停卡期间不能用，恢复后有效期按停卡天数顺延。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>停卡</translation>
    </message>
    <message>
        <source>Card {number} is paused.</source>
        <translation>卡 {number} 已停卡。</translation>
    </message>
</context>
<context>
    <name>PaymentRow</name>
    <message>
        <source>Amount by {method}</source>
        <translation>{method}金额</translation>
    </message>
    <message>
        <source>Take {method} out</source>
        <translation>去掉{method}</translation>
    </message>
    <message>
        <source>Units of {method}</source>
        <translation>{method}次数</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>Given back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Nothing is paid yet.</source>
        <translation>还没有收款。</translation>
    </message>
    <message>
        <source>Nothing was to pay.</source>
        <translation>无需付款。</translation>
    </message>
    <message>
        <source>list price {list_price} · the platform pays out {pays_out}</source>
        <translation>门市价 {list_price} · 平台应付 {pays_out}</translation>
    </message>
    <message>
        <source>fee {fee} · arrives {rest}</source>
        <translation>手续费 {fee} · 到账 {rest}</translation>
    </message>
    <message>
        <source>given {given} · change {change}</source>
        <translation>收到 {given} · 找零 {change}</translation>
    </message>
</context>
<context>
    <name>PaymentsBox</name>
    <message>
        <source>Voucher</source>
        <translation>团购券</translation>
    </message>
    <message>
        <source>Nothing is left to pay. Change an amount first.</source>
        <translation>已经付清了。要改的话先改金额。</translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation>找零 {amount}</translation>
    </message>
</context>
<context>
    <name>PaymentsTab</name>
    <message>
        <source>Payments</source>
        <translation>收款明细</translation>
    </message>
    <message>
        <source>Number, customer, voucher, card</source>
        <translation>单号、顾客、券码、卡号</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Any payment</source>
        <translation>全部付款方式</translation>
    </message>
    <message>
        <source>Paid and given back</source>
        <translation>收款和退款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>消费单</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>No payment fits. Try another period or fewer words.</source>
        <translation>没有符合的收款。换个时间范围或少输几个字试试。</translation>
    </message>
    <message>
        <source>Nothing was paid in this time.</source>
        <translation>这段时间没有收款。</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n 笔</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picked:</source>
        <translation>
            <numerusform>已选 %n 项：</numerusform></translation>
    </message>
    <message>
        <source>The newest {n} are listed.</source>
        <translation>只列出最近 {n} 条。</translation>
    </message>
    <message>
        <source>{amount} of it by prepaid cards</source>
        <translation>其中用卡 {amount}</translation>
    </message>
    <message>
        <source>Passing customer</source>
        <translation>散客</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Voucher or card</source>
        <translation>券或卡</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>PayoutSheet</name>
    <message>
        <source>Payout without a voucher</source>
        <translation>没对上券的结算</translation>
    </message>
    <message>
        <source>Which voucher is it?</source>
        <translation>是哪张券？</translation>
    </message>
    <message>
        <source>Code, order, product, customer</source>
        <translation>券码、订单号、套餐、顾客</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>团购券</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>No voucher of that platform fits.</source>
        <translation>该平台没有符合的券。</translation>
    </message>
    <message>
        <source>Vouchers it may be</source>
        <translation>可能的券</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>不处理</translation>
    </message>
    <message>
        <source>Write down as a sale</source>
        <translation>记为消费单</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>券码</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Customer paid</source>
        <translation>顾客实付</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Pays out</source>
        <translation>平台应付</translation>
    </message>
    <message>
        <source>Payout matched.</source>
        <translation>已对上。</translation>
    </message>
    <message>
        <source>Left as it is.</source>
        <translation>已标为不处理。</translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>已记为消费单。</translation>
    </message>
</context>
<context>
    <name>PeriodChoice</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
</context>
<context>
    <name>PhoneEntry</name>
    <message>
        <source>Keep both</source>
        <translation>两位都保留</translation>
    </message>
    <message>
        <source>This number belongs to {name}.</source>
        <translation>这个号码是{name}的。</translation>
    </message>
</context>
<context>
    <name>PieceRows</name>
    <message>
        <source>How many of {piece}</source>
        <translation>{piece} 的数量</translation>
    </message>
</context>
<context>
    <name>PlaceSheet</name>
    <message>
        <source>Room or chair</source>
        <translation>房间或座位</translation>
    </message>
    <message>
        <source>New room or chair</source>
        <translation>新房间或座位</translation>
    </message>
    <message>
        <source>as it is called in the shop</source>
        <translation>店里怎么叫它</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Of several of one kind, a booking gets one that is free.</source>
        <translation>同一种有几个时，预约会自动安排空着的那个。</translation>
    </message>
    <message>
        <source>Takes at once</source>
        <translation>可同时容纳</translation>
    </message>
    <message>
        <source>More than 1 for a room that several share.</source>
        <translation>几位顾客共用的房间填大于 1。</translation>
    </message>
    <message>
        <source>Colour on the board</source>
        <translation>日程板上的颜色</translation>
    </message>
    <message>
        <source>Services that need one of this kind</source>
        <translation>需要它的项目</translation>
    </message>
    <message>
        <source>No longer use it</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>桌位</translation>
    </message>
    <message>
        <source>not in use any more</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>{name} can be booked.</source>
        <translation>{name}可以预约了。</translation>
    </message>
    <message>
        <source>{name} changed.</source>
        <translation>已修改{name}。</translation>
    </message>
    <message>
        <source>{name} is given up.</source>
        <translation>{name}已停用。</translation>
    </message>
    <message numerus="yes">
        <source>%n booking(s) to come stay there.</source>
        <translation>
            <numerusform>之后的 %n 个预约仍保留在那里。</numerusform></translation>
    </message>
    <message>
        <source>{name} is in use again.</source>
        <translation>{name}已重新启用。</translation>
    </message>
</context>
<context>
    <name>PlacesTab</name>
    <message>
        <source>Given up</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>New room or chair</source>
        <translation>新房间或座位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同时容纳</translation>
    </message>
    <message>
        <source>Needed for</source>
        <translation>哪些项目要用</translation>
    </message>
    <message>
        <source>Rooms and chairs</source>
        <translation>房间与座位</translation>
    </message>
    <message>
        <source>None is in use any more.</source>
        <translation>都已停用。</translation>
    </message>
    <message>
        <source>No rooms or chairs yet</source>
        <translation>还没有房间或座位</translation>
    </message>
    <message>
        <source>Add them where they run out before the people do: what needs one is then booked only while one is free.</source>
        <translation>如果座位比人手更紧张，就在这里登记：需要它的项目只在有空位时才能约。</translation>
    </message>
    <message>
        <source>Rooms &amp; chairs</source>
        <translation>房间与座位</translation>
    </message>
    <message>
        <source>Without kind</source>
        <translation>未分种类</translation>
    </message>
    <message>
        <source>no service yet</source>
        <translation>还没有项目</translation>
    </message>
</context>
<context>
    <name>ProductSheet</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新增商品</translation>
    </message>
    <message>
        <source>type or scan; may be empty</source>
        <translation>输入或扫码，可不填</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Costs us</source>
        <translation>进价</translation>
    </message>
    <message>
        <source>What one piece is bought for.</source>
        <translation>每件的进货价。</translation>
    </message>
    <message>
        <source>Order at</source>
        <translation>预警数量</translation>
    </message>
    <message>
        <source>At so many or fewer the desk says so; 0 never does.</source>
        <translation>库存不超过这个数就提醒，填 0 不提醒。</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>现有库存</translation>
    </message>
    <message>
        <source>No longer sell it</source>
        <translation>停售</translation>
    </message>
    <message>
        <source>Sell it again</source>
        <translation>恢复销售</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>no longer sold</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>{name} is on the list.</source>
        <translation>已添加{name}。</translation>
    </message>
    <message>
        <source>{name} changed.</source>
        <translation>已修改{name}。</translation>
    </message>
    <message>
        <source>{name} is no longer sold.</source>
        <translation>{name}已停售。</translation>
    </message>
    <message>
        <source>{name} is sold again.</source>
        <translation>{name}已恢复销售。</translation>
    </message>
</context>
<context>
    <name>ProductsTab</name>
    <message>
        <source>Product or barcode</source>
        <translation>商品或条码</translation>
    </message>
    <message>
        <source>To order</source>
        <translation>待补货</translation>
    </message>
    <message>
        <source>No longer sold</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新增商品</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>还没有商品</translation>
    </message>
    <message>
        <source>What you sell by the piece, such as hand cream: its price, and how many are there.</source>
        <translation>按件卖的东西，比如护手霜：在这里记售价和库存。</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Costs us</source>
        <translation>进价</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>To order: {n}</source>
        <translation>待补货：{n}</translation>
    </message>
    <message>
        <source>No product is called that.</source>
        <translation>没有叫这个名字的商品。</translation>
    </message>
    <message>
        <source>Nothing to show here.</source>
        <translation>这里暂无内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n 件</numerusform></translation>
    </message>
    <message>
        <source>bought for {amount}</source>
        <translation>进货成本 {amount}</translation>
    </message>
    <message>
        <source>no longer sold</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>to be counted</source>
        <translation>待盘点</translation>
    </message>
    <message>
        <source>to order</source>
        <translation>待补货</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The desk was not closed in good order last time. Your data is safe.</source>
        <translation>上次柜台没有正常关闭。您的数据完好。</translation>
    </message>
    <message>
        <source>Done. The file that stood here is kept.</source>
        <translation>完成。原来的文件已保留。</translation>
    </message>
    <message>
        <source>Merchant Desk</source>
        <translation>商户柜台</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>QrView</name>
    <message>
        <source>QR code: {text}</source>
        <translation>二维码：{text}</translation>
    </message>
</context>
<context>
    <name>QuickLine</name>
    <message>
        <source>Type it: fri 4pm Ana lash fill with Momo</source>
        <translation>直接输入：明天下午三点半 王女士 法式美甲 小雨</translation>
    </message>
    <message>
        <source>Quick entry</source>
        <translation>快速输入</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>识别结果</translation>
    </message>
    <message numerus="yes">
        <source>%n more question(s) after this one</source>
        <translation>
            <numerusform>之后还有 %n 个问题</numerusform></translation>
    </message>
    <message>
        <source>Alt and the number answers; Alt+0 takes over the rest as it is.</source>
        <translation>按 Alt+数字回答；Alt+0 其余照原样采用。</translation>
    </message>
    <message>
        <source>Type it differently; Alt+0 takes over the rest as it is.</source>
        <translation>换个说法；Alt+0 其余照原样采用。</translation>
    </message>
    <message>
        <source>Enter fills in the booking below.</source>
        <translation>按回车填入下面的预约。</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>{source} brought the most: {amount}, {share} of the takings</source>
        <translation>{source}带来最多：{amount}，占营业额 {share}</translation>
    </message>
    <message>
        <source>for {amount} ({share}) nobody knows what brought them</source>
        <translation>还有 {amount}（{share}）不知道从哪来</translation>
    </message>
    <message numerus="yes">
        <source>{source} beats the industry by %n point(s)</source>
        <translation>
            <numerusform>{source}跑赢行业 %n 个百分点</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{source} trails it by %n point(s)</source>
        <translation>
            <numerusform>{source}落后 %n 个百分点</numerusform></translation>
    </message>
    <message>
        <source>{source} keeps up with the industry</source>
        <translation>{source}与行业持平</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Another printer…</source>
        <translation>其他打印机…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Goes to the receipt printer {printer}.</source>
        <translation>由小票打印机 {printer} 打印。</translation>
    </message>
    <message>
        <source>You are asked which printer. A receipt printer in the network is set up in Settings.</source>
        <translation>打印时再选打印机。网络小票打印机可在设置里添加。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送到打印机。</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>{file} saved.</source>
        <translation>{file} 已保存。</translation>
    </message>
</context>
<context>
    <name>ReceiptTab</name>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Address, telephone</source>
        <translation>地址、电话</translation>
    </message>
    <message>
        <source>Thank you, come again</source>
        <translation>谢谢惠顾，欢迎再来</translation>
    </message>
    <message>
        <source>Below the shop's name</source>
        <translation>店名下方</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>小票末尾</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>A link or a few words that a phone reads; empty: none.</source>
        <translation>手机扫码看到的链接或一句话，不填就不印。</translation>
    </message>
    <message>
        <source>Address of the receipt printer</source>
        <translation>小票打印机地址</translation>
    </message>
    <message>
        <source>One with a network cable or Wi-Fi that knows ESC/POS; empty: you are asked each time.</source>
        <translation>支持 ESC/POS 的网口或 Wi-Fi 打印机；不填则每次询问。</translation>
    </message>
    <message>
        <source>Open the drawer when cash changes hands</source>
        <translation>收付现金时弹钱箱</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>测试打印</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>What stands on it</source>
        <translation>小票内容</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>Receipts saved.</source>
        <translation>小票设置已保存。</translation>
    </message>
</context>
<context>
    <name>RefundBox</name>
    <message>
        <source>If it is taken back today</source>
        <translation>如果今天退卡</translation>
    </message>
    <message>
        <source>Paid for it</source>
        <translation>购卡实付</translation>
    </message>
    <message>
        <source>Used, at the price of one use</source>
        <translation>已用（按单次价）</translation>
    </message>
    <message>
        <source>Used of it</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>Take it back…</source>
        <translation>退卡…</translation>
    </message>
    <message>
        <source>Not used, and not older than seven days: until {day} all of it is due.</source>
        <translation>购卡七天内且未使用，{day}前（含当天）退卡全额退还。</translation>
    </message>
    <message>
        <source>The bonus of {amount} left goes with the card; nobody paid it.</source>
        <translation>剩余赠送金额 {amount} 随卡作废，不退。</translation>
    </message>
    <message>
        <source>{amount} of what is left on it stays with the shop.</source>
        <translation>卡里余额中有 {amount} 不退，归店里。</translation>
    </message>
    <message>
        <source>It cost more than ¥5,000: in China that is the most for one card with a name on it.</source>
        <translation>售价超过 ¥5,000：国内单张记名卡最高限额为 ¥5,000。</translation>
    </message>
    <message>
        <source>It was sold before the desk came: pay it out of the drawer and correct the card.</source>
        <translation>这是以前的卡：请从钱箱取出退款，再调整卡内余额。</translation>
    </message>
</context>
<context>
    <name>RefundSheet</name>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>退款内容</translation>
    </message>
    <message>
        <source>Goes back by</source>
        <translation>退款方式</translation>
    </message>
    <message>
        <source>Take the voucher back on its platform as well: the money goes back from there.</source>
        <translation>还要在平台上撤销核销，钱由平台退给顾客。</translation>
    </message>
    <message>
        <source>for example: the card has expired</source>
        <translation>例如：银行卡已过期</translation>
    </message>
    <message>
        <source>Why another way than it came?</source>
        <translation>为什么不原路退回？</translation>
    </message>
    <message>
        <source>for example: not happy with the colour</source>
        <translation>例如：对颜色不满意</translation>
    </message>
    <message>
        <source>Why is it given back?</source>
        <translation>为什么退款？</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Passing customer</source>
        <translation>散客</translation>
    </message>
    <message>
        <source>with the rounding of {amount}</source>
        <translation>含抹零 {amount}</translation>
    </message>
    <message>
        <source>{amount} given back</source>
        <translation>已退 {amount}</translation>
    </message>
</context>
<context>
    <name>ReminderCard</name>
    <message>
        <source>Reminder for the day before</source>
        <translation>前一天的提醒</translation>
    </message>
    <message>
        <source>Words of the reminder</source>
        <translation>提醒内容</translation>
    </message>
    <message>
        <source>Put in where the cursor is</source>
        <translation>插入到光标处</translation>
    </message>
    <message>
        <source>Back to the usual words</source>
        <translation>恢复默认内容</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>This is too long: {most} characters are the most.</source>
        <translation>太长了，最多 {most} 个字。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Ms Wang</source>
        <translation>王女士</translation>
    </message>
    <message>
        <source>Haircut</source>
        <translation>剪发</translation>
    </message>
    <message>
        <source>Ana</source>
        <translation>小雨</translation>
    </message>
    <message>
        <source>12 Lake Road</source>
        <translation>湖滨路 12 号</translation>
    </message>
</context>
<context>
    <name>ReminderSheet</name>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>已提醒</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发</translation>
    </message>
    <message>
        <source>Copy and tick</source>
        <translation>复制并勾选</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没发</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>复制号码</translation>
    </message>
    <message>
        <source>Change the words…</source>
        <translation>修改内容…</translation>
    </message>
    <message>
        <source>C or Enter copies the message and ticks it</source>
        <translation>按 C 或回车复制内容并勾选</translation>
    </message>
    <message>
        <source>Everybody has been reminded.</source>
        <translation>都已提醒。</translation>
    </message>
    <message>
        <source>Nobody comes on this day yet.</source>
        <translation>这天还没有预约。</translation>
    </message>
    <message>
        <source>{n} of {all} reminded</source>
        <translation>已提醒 {n} / {all}</translation>
    </message>
</context>
<context>
    <name>RepeatBox</name>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Every how many</source>
        <translation>每隔多少</translation>
    </message>
    <message>
        <source>Days, weeks, months or years</source>
        <translation>天、周、月或年</translation>
    </message>
    <message>
        <source>On which day of the month</source>
        <translation>在每月哪一天</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>每</translation>
    </message>
    <message>
        <source>Ends after</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>截止到</translation>
    </message>
    <message>
        <source>When it ends</source>
        <translation>何时结束</translation>
    </message>
    <message>
        <source> times</source>
        <translation> 次</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>多少次</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Does not repeat</source>
        <translation>不重复</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>自定义…</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s), the last one on {day}.</source>
        <translation>
            <numerusform>共 %n 次，最后一次是{day}。</numerusform></translation>
    </message>
    <message>
        <source>That is more than two years ahead.</source>
        <translation>已超过两年之后。</translation>
    </message>
</context>
<context>
    <name>RestoreBox</name>
    <message>
        <source>The desk closes the shop's file, keeps the present one beside the backups, puts this copy in its place and opens it again. What was recorded after this copy is then only in the kept file; you can go back to that in the same way.</source>
        <translation>柜台会关上店铺文件，把现在这份留在备份旁边，换上这份备份再打开。备份之后记的内容只在留下的那份里；用同样的办法可以再换回来。</translation>
    </message>
    <message>
        <source>Stay as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Go back to this copy</source>
        <translation>恢复到这份备份</translation>
    </message>
    <message>
        <source>Go back to the copy of {when}?</source>
        <translation>恢复到 {when} 的备份？</translation>
    </message>
</context>
<context>
    <name>RoundingCard</name>
    <message>
        <source>Rounding at the till</source>
        <translation>收款抹零</translation>
    </message>
    <message>
        <source>To the cent</source>
        <translation>不抹零</translation>
    </message>
    <message>
        <source>Down to ten cents</source>
        <translation>抹分（收到角）</translation>
    </message>
    <message>
        <source>Down to a whole amount</source>
        <translation>抹角分（收到元）</translation>
    </message>
    <message>
        <source>To the nearest whole amount</source>
        <translation>四舍五入到元</translation>
    </message>
    <message>
        <source>It stands on the sale as a line of its own, and any sale can go without it.</source>
        <translation>抹零在消费单上单列一行，每一单都可以不抹。</translation>
    </message>
    <message>
        <source>The till rounds: {rule}</source>
        <translation>收款抹零：{rule}</translation>
    </message>
</context>
<context>
    <name>RoundingRow</name>
    <message>
        <source>Rounding</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>not this time</source>
        <translation>这单不抹</translation>
    </message>
    <message>
        <source>round off</source>
        <translation>恢复抹零</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>Rule of commission</source>
        <translation>提成规则</translation>
    </message>
    <message>
        <source>New rule of commission</source>
        <translation>新增提成规则</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>适用员工</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>按比例</translation>
    </message>
    <message>
        <source>Fixed amount</source>
        <translation>固定金额</translation>
    </message>
    <message>
        <source>Steps by month</source>
        <translation>按月阶梯</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>提成</translation>
    </message>
    <message>
        <source>Each time</source>
        <translation>每次</translation>
    </message>
    <message>
        <source>Each part at its rate</source>
        <translation>分段计算</translation>
    </message>
    <message>
        <source>The whole month at the rate reached</source>
        <translation>全月按达到的档位</translation>
    </message>
    <message>
        <source>What a step counts for</source>
        <translation>阶梯算法</translation>
    </message>
    <message>
        <source>What is paid, after discounts</source>
        <translation>按实收（优惠后）</translation>
    </message>
    <message>
        <source>The list price</source>
        <translation>按原价</translation>
    </message>
    <message>
        <source>What is paid, less the platform's and influencers' fees</source>
        <translation>扣平台服务费和达人佣金后</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>提成基数</translation>
    </message>
    <message>
        <source>What prepaid cards pay counts too</source>
        <translation>用卡支付的部分也算</translation>
    </message>
    <message>
        <source>Extra percent when asked for</source>
        <translation>指定另加比例</translation>
    </message>
    <message>
        <source>Extra amount when asked for</source>
        <translation>指定另加金额</translation>
    </message>
    <message>
        <source>From a day on</source>
        <translation>从某天起</translation>
    </message>
    <message>
        <source>Until a day</source>
        <translation>到某天为止</translation>
    </message>
    <message>
        <source>Of several rules the most particular one holds.</source>
        <translation>几条规则都适用时，按最具体的一条算。</translation>
    </message>
    <message>
        <source>A step counts for</source>
        <translation>阶梯算法</translation>
    </message>
    <message>
        <source>% and</source>
        <translation>%，再加</translation>
    </message>
    <message>
        <source>each time</source>
        <translation>/ 次</translation>
    </message>
    <message>
        <source>On top when the customer asked for the worker</source>
        <translation>指定另加</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Always, where nothing is chosen.</source>
        <translation>不选则一直有效。</translation>
    </message>
    <message>
        <source>What was earned by it so far stays as it is. Steps change best with a new month.</source>
        <translation>之前已算的提成不变。阶梯最好从新的月份开始改。</translation>
    </message>
    <message>
        <source>No longer use it</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>for each one sold</source>
        <translation>每次（件）</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>{name}: all of it</source>
        <translation>{name}（整类）</translation>
    </message>
    <message>
        <source>Products sold</source>
        <translation>卖商品</translation>
    </message>
    <message>
        <source>Prepaid cards sold</source>
        <translation>卖卡</translation>
    </message>
    <message>
        <source>holds no more</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>A sale of {price} earns {amount}.</source>
        <translation>卖出 {price}，提成 {amount}。</translation>
    </message>
    <message>
        <source>What the steps come to is in the month's statement.</source>
        <translation>阶梯提成的金额见当月提成单。</translation>
    </message>
    <message>
        <source>Asked for by the customer: {amount} more.</source>
        <translation>指定另加 {amount}。</translation>
    </message>
    <message>
        <source>The rule holds from now on.</source>
        <translation>提成规则已生效。</translation>
    </message>
    <message>
        <source>The rule is changed.</source>
        <translation>提成规则已修改。</translation>
    </message>
    <message>
        <source>The rule holds no more. What was earned by it stays.</source>
        <translation>规则已停用，之前的提成不变。</translation>
    </message>
    <message>
        <source>The rule holds again.</source>
        <translation>规则已重新启用。</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>Booking rules</source>
        <translation>预约规则</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source> h before</source>
        <translation> 小时前</translation>
    </message>
    <message>
        <source>Start times every</source>
        <translation>预约间隔</translation>
    </message>
    <message>
        <source>Offer times from</source>
        <translation>最早可约</translation>
    </message>
    <message>
        <source>Offer times for the next</source>
        <translation>最远可约</translation>
    </message>
    <message>
        <source>Calling off is late from</source>
        <translation>临时取消的界限</translation>
    </message>
    <message>
        <source>Notice before an appointment</source>
        <translation>预约前提示</translation>
    </message>
    <message>
        <source>They bound what is offered. At the desk any time can still be typed.</source>
        <translation>只限制列出的可选时间，柜台上仍可输入任何时间。</translation>
    </message>
    <message>
        <source>now on</source>
        <translation>现在起</translation>
    </message>
    <message>
        <source>{time} from now</source>
        <translation>{time}后</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不提示</translation>
    </message>
    <message>
        <source>{time} before</source>
        <translation>提前 {time}</translation>
    </message>
</context>
<context>
    <name>SaleSheet</name>
    <message>
        <source>Sale</source>
        <translation>消费单</translation>
    </message>
    <message>
        <source>for example: wrong customer</source>
        <translation>例如：顾客选错了</translation>
    </message>
    <message>
        <source>Why is this sale void?</source>
        <translation>为什么作废？</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Keep the sale</source>
        <translation>不作废</translation>
    </message>
    <message>
        <source>Void this sale</source>
        <translation>作废这一单</translation>
    </message>
    <message>
        <source>Its day is closed: refund it instead of voiding it.</source>
        <translation>当天已日结，不能作废，请改用退款。</translation>
    </message>
    <message>
        <source>Receipt…</source>
        <translation>小票…</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续收款</translation>
    </message>
    <message>
        <source>Sale {number}</source>
        <translation>消费单 {number}</translation>
    </message>
    <message>
        <source>Refund {number}</source>
        <translation>退款单 {number}</translation>
    </message>
    <message>
        <source>At the till</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Invoice number saved.</source>
        <translation>发票号码已保存。</translation>
    </message>
    <message>
        <source>Invoice number removed.</source>
        <translation>发票号码已删除。</translation>
    </message>
    <message>
        <source>Sale {number} is void</source>
        <translation>消费单 {number} 已作废</translation>
    </message>
</context>
<context>
    <name>SalesTab</name>
    <message>
        <source>Sales</source>
        <translation>消费单</translation>
    </message>
    <message>
        <source>Number, customer, service, worker</source>
        <translation>单号、顾客、项目、员工</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Month file…</source>
        <translation>会计月报…</translation>
    </message>
    <message>
        <source>Everything of a month for the accountant, as one xlsx file</source>
        <translation>一个月的全部账目，一个 xlsx 文件交给会计</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Anything sold</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Any payment</source>
        <translation>全部付款方式</translation>
    </message>
    <message>
        <source>Any worker</source>
        <translation>全部员工</translation>
    </message>
    <message>
        <source>Any service</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Total: what the sales come to. Takings: the money that came in, without tips.
Earned: prepaid cards counted when they are used, not when they are sold.</source>
        <translation>合计：消费单的总金额。营业额：实际进账，不含小费。
已消耗：卡在使用时才计入，卖卡时不计。</translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) still open</source>
        <translation>
            <numerusform>%n 单未结</numerusform></translation>
    </message>
    <message>
        <source>Show all again instead of {filter}</source>
        <translation>取消筛选“{filter}”，显示全部</translation>
    </message>
    <message numerus="yes">
        <source>%n picked:</source>
        <translation>
            <numerusform>已选 %n 单：</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n 单</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>%n 单退款</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n open, {amount} to pay</source>
        <translation>
            <numerusform>%n 单未结，待收 {amount}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n void</source>
        <translation>
            <numerusform>%n 单作废</numerusform></translation>
    </message>
    <message>
        <source>These lines</source>
        <translation>所选明细</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>已消耗</translation>
    </message>
    <message>
        <source>Only the newest {n} are counted.</source>
        <translation>只统计最近 {n} 单。</translation>
    </message>
    <message>
        <source>The newest {n} are listed; the sum counts them all.</source>
        <translation>只列出最近 {n} 单，合计包含全部。</translation>
    </message>
    <message>
        <source>No sale fits. Try another period or fewer words.</source>
        <translation>没有符合的消费单。换个时间范围或少输几个字试试。</translation>
    </message>
    <message>
        <source>No sales here yet. Check out an appointment on the Desk, or press Walk-in there.</source>
        <translation>还没有消费单。在柜台给预约收款，或点“到店登记”。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>What brought them</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Refund of</source>
        <translation>原消费单</translation>
    </message>
</context>
<context>
    <name>SampleBox</name>
    <message>
        <source>Look around in the sample shop</source>
        <translation>先到示例店看看</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Making the sample shop…</source>
        <translation>正在生成示例店…</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Choose who it is for, or add them as new.</source>
        <translation>选一位顾客，或新建一位。</translation>
    </message>
    <message>
        <source>Nobody on the team does this. Choose another service.</source>
        <translation>店里没有人做这个项目，请换一个。</translation>
    </message>
    <message>
        <source>Changed: {what}</source>
        <translation>已修改：{what}</translation>
    </message>
    <message>
        <source>Booked: {what}</source>
        <translation>已预约：{what}</translation>
    </message>
</context>
<context>
    <name>ScopeBox</name>
    <message>
        <source>For which dates?</source>
        <translation>改哪几次？</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>仅这次</translation>
    </message>
    <message>
        <source>This and later</source>
        <translation>这次及以后</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What is over stays, and so does what was changed for one date alone.</source>
        <translation>已过去的不变，单独改过的那几次也不变。</translation>
    </message>
</context>
<context>
    <name>SeriesDateBox</name>
    <message>
        <source>Leave out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>As the rule says</source>
        <translation>按规律</translation>
    </message>
    <message>
        <source>Squeeze in anyway</source>
        <translation>仍然加塞</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Nothing is free on this day for this.</source>
        <translation>这天没有合适的空档。</translation>
    </message>
</context>
<context>
    <name>SeriesSheet</name>
    <message>
        <source>Dates of the series</source>
        <translation>固定预约的日期</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n 次</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>跳过 %n 次</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>改期 %n 次</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit</source>
        <translation>
            <numerusform>%n 次有冲突</numerusform></translation>
    </message>
    <message>
        <source>The last date is {day}: more than two years ahead.</source>
        <translation>最后一次是{day}，已在两年之后。</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>instead of {time}</source>
        <translation>原为 {time}</translation>
    </message>
    <message>
        <source>squeezed in</source>
        <translation>加塞</translation>
    </message>
    <message>
        <source>moved from {day}</source>
        <translation>原为{day}</translation>
    </message>
    <message>
        <source>the clock skips {time} on this day</source>
        <translation>这天因调时没有 {time}</translation>
    </message>
    <message>
        <source>the last day of this month</source>
        <translation>本月最后一天</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) do not fit yet: move them, leave them out, or squeeze them in.</source>
        <translation>
            <numerusform>还有 %n 次有冲突：改时间、跳过，或加塞。</numerusform></translation>
    </message>
    <message>
        <source>Booked: {customer}, {dates}</source>
        <translation>已预约：{customer}，{dates}</translation>
    </message>
</context>
<context>
    <name>ServiceFinder</name>
    <message>
        <source>Add a service: type its name</source>
        <translation>加项目：输入名称</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Add a product: name or barcode</source>
        <translation>加商品：名称或条码</translation>
    </message>
    <message>
        <source>Sell a card: type its name</source>
        <translation>卖卡：输入名称</translation>
    </message>
    <message>
        <source>{service} {price}</source>
        <translation>{service} {price}</translation>
    </message>
    <message>
        <source>There are no products yet. Add them under Services &amp; Team first.</source>
        <translation>还没有商品，请先到“项目与员工”里添加。</translation>
    </message>
    <message>
        <source>There are no kinds of cards yet. Add them under Services &amp; Team first.</source>
        <translation>还没有卡种，请先到“项目与员工”里添加。</translation>
    </message>
    <message>
        <source>No service is called that.</source>
        <translation>没有叫这个名字的项目。</translation>
    </message>
    <message>
        <source>No product is called that.</source>
        <translation>没有叫这个名字的商品。</translation>
    </message>
    <message>
        <source>No card is called that.</source>
        <translation>没有叫这个名字的卡。</translation>
    </message>
    <message>
        <source>There are no services yet. Add them under Services &amp; Team first.</source>
        <translation>还没有项目。先到“项目与员工”里添加。</translation>
    </message>
</context>
<context>
    <name>ServiceSearch</name>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>No service is called that.</source>
        <translation>没有叫这个名字的项目。</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>No services yet: add them under Services &amp; Team.</source>
        <translation>还没有项目：到“项目与员工”里添加。</translation>
    </message>
</context>
<context>
    <name>ServiceSheet</name>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>新增项目</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Categories there are</source>
        <translation>已有分类</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>At the customer's home</source>
        <translation>上门服务</translation>
    </message>
    <message>
        <source>An add-on: offered under another service at the counter</source>
        <translation>加项：收款时可加在其他项目下面</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Prepare before</source>
        <translation>前面准备</translation>
    </message>
    <message>
        <source>Clear up after</source>
        <translation>后面收拾</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Materials for one</source>
        <translation>每次材料成本</translation>
    </message>
    <message>
        <source>What one uses up of the shop's goods.</source>
        <translation>做一次耗用的店内物料。</translation>
    </message>
    <message>
        <source>The customer sees the middle part; the worker is busy for all of it.</source>
        <translation>顾客看到中间这段时间，员工整段都占用。</translation>
    </message>
    <message>
        <source>Needs a room or chair</source>
        <translation>需要房间或座位</translation>
    </message>
    <message>
        <source>Then it is only booked while one is free.</source>
        <translation>只在有空位时才能约。</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>谁来做</translation>
    </message>
    <message>
        <source>No longer sell it</source>
        <translation>停售</translation>
    </message>
    <message>
        <source>Sell it again</source>
        <translation>恢复销售</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>no longer sold</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>{name} is on the list.</source>
        <translation>已添加{name}。</translation>
    </message>
    <message>
        <source>{name} changed.</source>
        <translation>已修改{name}。</translation>
    </message>
    <message>
        <source>{name} is no longer sold.</source>
        <translation>{name}已停售。</translation>
    </message>
    <message>
        <source>{name} is sold again.</source>
        <translation>{name}已恢复销售。</translation>
    </message>
</context>
<context>
    <name>ServicesTab</name>
    <message>
        <source>Service or category</source>
        <translation>项目或分类</translation>
    </message>
    <message>
        <source>No longer sold</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>新增项目</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>谁来做</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Nothing is sold here yet</source>
        <translation>还没有项目</translation>
    </message>
    <message>
        <source>A service has a name, a price and the minutes it takes. Then it can be booked.</source>
        <translation>填上名称、价格和时长，就可以预约了。</translation>
    </message>
    <message>
        <source>No service is called that.</source>
        <translation>没有叫这个名字的项目。</translation>
    </message>
    <message>
        <source>Nothing is sold here any more.</source>
        <translation>没有在售的项目了。</translation>
    </message>
    <message>
        <source>Without category</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>add-on</source>
        <translation>加项</translation>
    </message>
    <message>
        <source>at the customer's home</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>needs: {kind}</source>
        <translation>需要：{kind}</translation>
    </message>
    <message>
        <source>busy {time}</source>
        <translation>占用 {time}</translation>
    </message>
    <message>
        <source>materials {cost}</source>
        <translation>材料 {cost}</translation>
    </message>
    <message>
        <source>No {kind}: cannot be booked</source>
        <translation>没有{kind}，约不了</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Nobody: cannot be booked</source>
        <translation>没人会做：不能预约</translation>
    </message>
</context>
<context>
    <name>ShareRow</name>
    <message>
        <source>Who did a part of {service}</source>
        <translation>{service}的分工员工</translation>
    </message>
    <message>
        <source>Part of {service}</source>
        <translation>{service}的分工比例</translation>
    </message>
    <message>
        <source>Take this worker out</source>
        <translation>去掉这位员工</translation>
    </message>
</context>
<context>
    <name>SharesBox</name>
    <message>
        <source>One more</source>
        <translation>再加一位</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>您输入的还没有保存。</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>ShopFacts</name>
    <message>
        <source>The shop</source>
        <translation>店里</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
</context>
<context>
    <name>ShopTab</name>
    <message>
        <source>Opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Saved. Shifts stay as they are.</source>
        <translation>已保存，班次不变。</translation>
    </message>
    <message>
        <source>Shop and booking rules saved.</source>
        <translation>店铺和预约规则已保存。</translation>
    </message>
    <message>
        <source>Shop saved.</source>
        <translation>已保存店铺信息。</translation>
    </message>
    <message>
        <source>Opening hours saved. Shifts stay as they are.</source>
        <translation>已保存营业时间，排班不变。</translation>
    </message>
    <message>
        <source>Booking rules saved.</source>
        <translation>预约规则已保存。</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Merchant Desk</source>
        <translation>商户柜台</translation>
    </message>
    <message>
        <source>All data stays on this PC</source>
        <translation>全部数据保存在本机</translation>
    </message>
    <message>
        <source>This is the sample shop. Try anything.</source>
        <translation>这是示例店，随便试。</translation>
    </message>
    <message>
        <source>To my own shop</source>
        <translation>回到我的店</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>What brought them this time?</source>
        <translation>这次是哪条内容带来的？</translation>
    </message>
    <message>
        <source>or type the code word</source>
        <translation>或输入口令</translation>
    </message>
    <message>
        <source>Code word</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Search all contents by title or code word</source>
        <translation>按标题或口令搜索全部内容</translation>
    </message>
    <message>
        <source>Contents found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>No content is called that.</source>
        <translation>没有这样的内容。</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Did you mean {code} “{title}”?</source>
        <translation>是不是 {code}“{title}”？</translation>
    </message>
    <message>
        <source>Yes, {code}</source>
        <translation>对，{code}</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>What brought them</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Nothing was said at this sale.</source>
        <translation>这一单没有记来源。</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Written down later: it belongs to {day}, which was closed.</source>
        <translation>日结后补记，算在{day}。</translation>
    </message>
    <message>
        <source>This sale is void</source>
        <translation>这一单已作废</translation>
    </message>
    <message>
        <source>Taken back with Undo.</source>
        <translation>用撤销收回。</translation>
    </message>
    <message>
        <source>Put aside at the till</source>
        <translation>已挂单</translation>
    </message>
    <message>
        <source>Not paid in full yet</source>
        <translation>还没付清</translation>
    </message>
    <message>
        <source>{amount} still to pay</source>
        <translation>还差 {amount}</translation>
    </message>
    <message>
        <source>begun {time}</source>
        <translation>{time} 开单</translation>
    </message>
    <message>
        <source>This is a refund</source>
        <translation>这是退款单</translation>
    </message>
    <message>
        <source>Of sale {number}</source>
        <translation>原消费单 {number}</translation>
    </message>
    <message>
        <source>{amount} was given back</source>
        <translation>已退 {amount}</translation>
    </message>
    <message>
        <source>Refund {number}</source>
        <translation>退款单 {number}</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>Called off late</source>
        <translation>临时取消</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>首次到店</translation>
    </message>
    <message>
        <source>Squeezed in</source>
        <translation>加塞</translation>
    </message>
</context>
<context>
    <name>StatementSheet</name>
    <message>
        <source>Statement</source>
        <translation>提成单</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>收入明细</translation>
    </message>
    <message>
        <source>The work behind it</source>
        <translation>业绩</translation>
    </message>
    <message>
        <source>Language of the page</source>
        <translation>打印语言</translation>
    </message>
    <message>
        <source>Below the shop's name stands what stands at the head of receipts.</source>
        <translation>店名下方与小票店名下方的内容相同。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Base pay</source>
        <translation>底薪</translation>
    </message>
    <message>
        <source>No commission in this period</source>
        <translation>这段时间没有提成</translation>
    </message>
    <message>
        <source>Of the commission for customers who asked for them: {amount}</source>
        <translation>其中指定奖励 {amount}</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>小费</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入合计</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform></translation>
    </message>
    <message>
        <source>of {amount}</source>
        <translation>基数 {amount}</translation>
    </message>
    <message>
        <source>reached {rate}</source>
        <translation>已达 {rate}</translation>
    </message>
    <message>
        <source>Their work came to</source>
        <translation>业绩金额</translation>
    </message>
    <message>
        <source>Customers served</source>
        <translation>服务顾客</translation>
    </message>
    <message>
        <source>Asked for them by name</source>
        <translation>指定顾客</translation>
    </message>
    <message>
        <source>Came back to them</source>
        <translation>回头客</translation>
    </message>
    <message>
        <source>Paid by customers their own content brought</source>
        <translation>本人内容带来的顾客消费</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n 位顾客</numerusform></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送到打印机。</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>{file} saved.</source>
        <translation>{file} 已保存。</translation>
    </message>
</context>
<context>
    <name>StatementsTab</name>
    <message>
        <source>Income of all</source>
        <translation>全员收入</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>提成单</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Their work</source>
        <translation>业绩</translation>
    </message>
    <message>
        <source>Base pay</source>
        <translation>底薪</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>提成</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>小费</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入合计</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>回头客</translation>
    </message>
    <message>
        <source>Nobody is on the team yet.</source>
        <translation>还没有员工。</translation>
    </message>
    <message>
        <source>{again} of {all}</source>
        <translation>{again} / {all}</translation>
    </message>
    <message>
        <source>Up to today: more may come.</source>
        <translation>只算到今天，之后还会增加。</translation>
    </message>
    <message>
        <source>Of it for asked-for customers</source>
        <translation>其中指定奖励</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Asked for by name</source>
        <translation>指定顾客</translation>
    </message>
</context>
<context>
    <name>StepRows</name>
    <message>
        <source>One more step</source>
        <translation>再加一档</translation>
    </message>
    <message>
        <source>Step {number}: from</source>
        <translation>第 {number} 档：起点</translation>
    </message>
    <message>
        <source>Step {number}: percent</source>
        <translation>第 {number} 档：比例</translation>
    </message>
    <message>
        <source>Take step {number} away</source>
        <translation>去掉第 {number} 档</translation>
    </message>
    <message>
        <source>from</source>
        <translation>当月满</translation>
    </message>
    <message>
        <source>of a month on</source>
        <translation>起，提</translation>
    </message>
</context>
<context>
    <name>StockBox</name>
    <message>
        <source>Take in</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>出库</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>变动类型</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>One costs</source>
        <translation>单件进价</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>{n} in stock</source>
        <translation>库存 {n}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>结存</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>还没有出入库记录。</translation>
    </message>
    <message>
        <source>What happened to the stock</source>
        <translation>库存流水</translation>
    </message>
    <message>
        <source>How many came</source>
        <translation>入库数量</translation>
    </message>
    <message>
        <source>How many went</source>
        <translation>出库数量</translation>
    </message>
    <message>
        <source>How many are there</source>
        <translation>实点数量</translation>
    </message>
    <message>
        <source>for example: delivery note 12</source>
        <translation>例如：送货单 12</translation>
    </message>
    <message>
        <source>for example: broken, used up, a gift</source>
        <translation>例如：破损、店内用掉、送人</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>{n} of {name} taken in.</source>
        <translation>{name}已入库 {n} 件。</translation>
    </message>
    <message>
        <source>{n} of {name} taken out.</source>
        <translation>{name}已出库 {n} 件。</translation>
    </message>
    <message>
        <source>{n} of {name} counted.</source>
        <translation>{name}已盘点，共 {n} 件。</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>出库</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>售出</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>{amount} each</source>
        <translation>每件 {amount}</translation>
    </message>
    <message>
        <source>void</source>
        <translation>已作废</translation>
    </message>
</context>
<context>
    <name>StoryCard</name>
    <message>
        <source>From seen to return</source>
        <translation>从看到到回头</translation>
    </message>
    <message>
        <source>Add views</source>
        <translation>记播放量</translation>
    </message>
    <message>
        <source>One in {n} views brought somebody in.</source>
        <translation>平均每 {n} 次播放带来一位顾客。</translation>
    </message>
    <message>
        <source>{share} of those who came were here again so far.</source>
        <translation>到店的人里目前有 {share} 又来过。</translation>
    </message>
    <message>
        <source>Views counted: {day}.</source>
        <translation>播放量统计于{day}。</translation>
    </message>
    <message>
        <source>Nobody has named it yet.</source>
        <translation>还没有人报过它。</translation>
    </message>
    <message>
        <source>Views noted.</source>
        <translation>已记播放量。</translation>
    </message>
</context>
<context>
    <name>Stretch</name>
    <message>
        <source>Stretch {number} from</source>
        <translation>第 {number} 段开始</translation>
    </message>
    <message>
        <source>Stretch {number} to</source>
        <translation>第 {number} 段结束</translation>
    </message>
    <message>
        <source>Without stretch {number}</source>
        <translation>去掉第 {number} 段</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>Colour {number}</source>
        <translation>颜色 {number}</translation>
    </message>
    <message>
        <source>The colour until now</source>
        <translation>现在的颜色</translation>
    </message>
</context>
<context>
    <name>TakingsCard</name>
    <message>
        <source>Where the money came from</source>
        <translation>钱从哪里来</translation>
    </message>
    <message>
        <source>last touch, 30 days (90 when asked)</source>
        <translation>末次接触，30 天内（问到的 90 天）</translation>
    </message>
    <message>
        <source>Takings by source</source>
        <translation>按来源的营业额</translation>
    </message>
    <message>
        <source>No takings in this period yet.</source>
        <translation>这段时间还没有营业额。</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>到店 %n 次</numerusform></translation>
    </message>
</context>
<context>
    <name>TeamTab</name>
    <message>
        <source>Those who left</source>
        <translation>已离店</translation>
    </message>
    <message>
        <source>New worker</source>
        <translation>新增员工</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>Nobody works here yet</source>
        <translation>还没有员工</translation>
    </message>
    <message>
        <source>Each worker is a column on the day board, with shifts and time off.</source>
        <translation>每位员工在日程板上占一列，有排班和请假。</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>员工</translation>
    </message>
</context>
<context>
    <name>TermsRow</name>
    <message>
        <source>Price with {name}</source>
        <translation>{name}的价格</translation>
    </message>
    <message>
        <source>Minutes with {name}</source>
        <translation>{name}的时长</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
</context>
<context>
    <name>TermsSection</name>
    <message>
        <source>Price and time are as on the list of services until they are told here.</source>
        <translation>没有单独填写时，价格和时长按项目表。</translation>
    </message>
    <message>
        <source>There are no services yet.</source>
        <translation>还没有项目。</translation>
    </message>
    <message>
        <source>Own price</source>
        <translation>单独价格</translation>
    </message>
    <message>
        <source>Own time</source>
        <translation>单独时长</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>{service}, own price</source>
        <translation>{service}，单独价格</translation>
    </message>
    <message>
        <source>{service}, own time</source>
        <translation>{service}，单独时长</translation>
    </message>
</context>
<context>
    <name>TimeOffBox</name>
    <message>
        <source>First day off</source>
        <translation>请假第一天</translation>
    </message>
    <message>
        <source>Last day off</source>
        <translation>请假最后一天</translation>
    </message>
    <message>
        <source>Away from</source>
        <translation>离开时间</translation>
    </message>
    <message>
        <source>Away to</source>
        <translation>回来时间</translation>
    </message>
    <message>
        <source>Only part of the day</source>
        <translation>只请几小时</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>每两周</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Comes again</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Last day that it may come again</source>
        <translation>重复到哪天为止</translation>
    </message>
    <message>
        <source>Why, if it matters</source>
        <translation>原因（可不填）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Up to and with</source>
        <translation>到（含）</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Where there is no day {day}, it is the last of the month.</source>
        <translation>没有 {day} 号的月份取最后一天。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Time off noted.</source>
        <translation>已记请假。</translation>
    </message>
</context>
<context>
    <name>TimePick</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>空档</translation>
    </message>
    <message>
        <source>Put on the waiting list</source>
        <translation>加入候补</translation>
    </message>
    <message>
        <source>More times…</source>
        <translation>更多时间…</translation>
    </message>
</context>
<context>
    <name>TimesPick</name>
    <message>
        <source>Any time</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>上午</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>下午</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>晚上</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Something went wrong inside the program. Nothing in the shop's file was changed by it.</source>
        <translation>程序内部出了问题。店里的数据没有受影响。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>打开日志</translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n 单</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s)</source>
        <translation>
            <numerusform>新客 %n</numerusform></translation>
    </message>
</context>
<context>
    <name>TouchList</name>
    <message>
        <source>Nobody has asked yet.</source>
        <translation>还没有问过。</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>全部 {n} 条</translation>
    </message>
</context>
<context>
    <name>TrailList</name>
    <message>
        <source>What has happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>全部 {n} 条</translation>
    </message>
    <message>
        <source>Taken back: {act}</source>
        <translation>已撤销：{act}</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>已重做：{act}</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>Give it to another customer</source>
        <translation>转让给其他顾客</translation>
    </message>
    <message>
        <source>All that is on it goes along; the ledger says who had it before.</source>
        <translation>卡内余额一并转过去，卡内明细会记下原来的持卡人。</translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>转让</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>转让给</translation>
    </message>
    <message>
        <source>Choose who gets it.</source>
        <translation>请选择转让给谁。</translation>
    </message>
    <message>
        <source>Card {number} is now {name}'s.</source>
        <translation>卡 {number} 已转让给{name}。</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The shop's file could not be opened</source>
        <translation>店铺文件打不开</translation>
    </message>
    <message>
        <source>Go back to a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The file as it is now is kept beside the backups; nothing is thrown away.</source>
        <translation>现在的文件会留在备份旁边，不会丢掉。</translation>
    </message>
    <message>
        <source>Restore {day} ({size} MB)</source>
        <translation>恢复 {day} 的备份（{size} MB）</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>打开别的文件…</translation>
    </message>
    <message>
        <source>Start a new shop; this file is kept</source>
        <translation>新建一家店；这个文件会保留</translation>
    </message>
    <message>
        <source>Shop files</source>
        <translation>店铺文件</translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation>打开别的文件</translation>
    </message>
</context>
<context>
    <name>UnknownCard</name>
    <message>
        <source>Source unknown</source>
        <translation>来源未知</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) whose source is unknown</source>
        <translation>
            <numerusform>还有 %n 位不知道从哪来</numerusform></translation>
    </message>
</context>
<context>
    <name>UpcomingList</name>
    <message>
        <source>No appointment.</source>
        <translation>没有预约。</translation>
    </message>
</context>
<context>
    <name>ViewsForm</name>
    <message>
        <source>Views so far</source>
        <translation>目前播放量</translation>
    </message>
</context>
<context>
    <name>VisitList</name>
    <message>
        <source>No visit yet.</source>
        <translation>还没来过。</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>全部 {n} 条</translation>
    </message>
</context>
<context>
    <name>VoucherBox</name>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Voucher code: type, paste or scan</source>
        <translation>券码：输入、粘贴或扫码</translation>
    </message>
    <message>
        <source>Voucher code</source>
        <translation>券码</translation>
    </message>
    <message>
        <source>What was bought</source>
        <translation>购买的套餐</translation>
    </message>
    <message>
        <source>Service instead</source>
        <translation>改做的项目</translation>
    </message>
    <message>
        <source>Customer paid</source>
        <translation>顾客实付</translation>
    </message>
    <message>
        <source>if known</source>
        <translation>知道就填</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>门市价</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take voucher</source>
        <translation>用券</translation>
    </message>
    <message>
        <source>Nothing in particular</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>{product} {price}</source>
        <translation>{product} {price}</translation>
    </message>
    <message>
        <source>“{service}” is no longer sold. Instead:</source>
        <translation>“{service}”已停售，改做：</translation>
    </message>
    <message>
        <source>The platform's fees come with its settlement.</source>
        <translation>平台费用以结算明细为准。</translation>
    </message>
</context>
<context>
    <name>VoucherOfferSheet</name>
    <message>
        <source>Voucher offer</source>
        <translation>团购套餐</translation>
    </message>
    <message>
        <source>New voucher offer</source>
        <translation>新增团购套餐</translation>
    </message>
    <message>
        <source>as the platform calls it</source>
        <translation>与平台上的名称一致</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>套餐名称</translation>
    </message>
    <message>
        <source>For the service</source>
        <translation>对应项目</translation>
    </message>
    <message>
        <source>Customer pays</source>
        <translation>团购价</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>门市价</translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation>平台服务费</translation>
    </message>
    <message>
        <source>Influencer</source>
        <translation>达人佣金</translation>
    </message>
    <message>
        <source>Staff incentive</source>
        <translation>员工激励</translation>
    </message>
    <message>
        <source>Platform pays out</source>
        <translation>平台应付</translation>
    </message>
    <message>
        <source>Empty: what is left.</source>
        <translation>不填则自动计算。</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Rates differ by shop and change: take them from a payout of the platform. Vouchers that were redeemed keep what they had.</source>
        <translation>各店费率不同，也会变动，请按平台结算明细填写。已核销的券不受影响。</translation>
    </message>
    <message>
        <source>No longer offer it</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Offer it again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No service: it covers its list price</source>
        <translation>不指定项目：按门市价抵扣</translation>
    </message>
    <message>
        <source>{service} (no longer sold)</source>
        <translation>{service}（已停售）</translation>
    </message>
    <message>
        <source>Voucher offer added.</source>
        <translation>团购套餐已添加。</translation>
    </message>
    <message>
        <source>Voucher offer changed.</source>
        <translation>团购套餐已修改。</translation>
    </message>
    <message>
        <source>Offered again.</source>
        <translation>团购套餐已重新启用。</translation>
    </message>
    <message>
        <source>No longer offered.</source>
        <translation>团购套餐已停用。</translation>
    </message>
</context>
<context>
    <name>VoucherOffersSheet</name>
    <message>
        <source>Voucher offers</source>
        <translation>团购套餐</translation>
    </message>
    <message>
        <source>No longer offered</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>New offer</source>
        <translation>新增套餐</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Customer pays</source>
        <translation>团购价</translation>
    </message>
    <message>
        <source>Pays out</source>
        <translation>平台应付</translation>
    </message>
    <message>
        <source>Nothing is offered yet. With an offer, a voucher needs only its code at the till.</source>
        <translation>还没有团购套餐。添加后，收款时只需输入券码。</translation>
    </message>
    <message>
        <source>This shop on the platforms</source>
        <translation>本店在平台上的门店</translation>
    </message>
    <message>
        <source>Names or numbers, one a line, as their files have them. Rows of other shops stay out. Empty: a file that names one shop only is taken for this one's.</source>
        <translation>门店名称或编号，每行一个，与平台文件里的写法一致；其他门店的数据不导入。不填时，只有一家门店的文件视为本店的。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>{service} (no longer sold)</source>
        <translation>{service}（已停售）</translation>
    </message>
    <message>
        <source>of {price}</source>
        <translation>门市价 {price}</translation>
    </message>
</context>
<context>
    <name>VoucherSheet</name>
    <message>
        <source>Voucher</source>
        <translation>团购券</translation>
    </message>
    <message>
        <source>e.g. refunded on the platform</source>
        <translation>例如：平台已退款</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤销此券…</translation>
    </message>
    <message>
        <source>Accept the difference</source>
        <translation>接受差额</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{platform} voucher</source>
        <translation>{platform}团购券</translation>
    </message>
    <message>
        <source>order {number}</source>
        <translation>订单 {number}</translation>
    </message>
    <message>
        <source>Sale {number}</source>
        <translation>消费单 {number}</translation>
    </message>
    <message>
        <source>What it is worth</source>
        <translation>券金额</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>门市价</translation>
    </message>
    <message>
        <source>Customer paid</source>
        <translation>顾客实付</translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation>平台服务费</translation>
    </message>
    <message>
        <source>Influencer</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Staff incentive</source>
        <translation>员工激励</translation>
    </message>
    <message>
        <source>Platform pays out</source>
        <translation>平台应付</translation>
    </message>
    <message>
        <source>Paid out by the platform</source>
        <translation>平台结算</translation>
    </message>
    <message>
        <source>No payout is known yet. Import the platform's list of payouts under Settings.</source>
        <translation>还没有结算记录，请在设置里导入平台的结算明细。</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Difference, accepted</source>
        <translation>差额（已接受）</translation>
    </message>
    <message>
        <source>Difference to the books</source>
        <translation>与账面的差额</translation>
    </message>
    <message>
        <source>This payout is another voucher's</source>
        <translation>这笔结算不属于此券</translation>
    </message>
    <message>
        <source>Take the voucher back</source>
        <translation>撤销此券</translation>
    </message>
    <message>
        <source>The sale that it paid is taken back with it; of a sale paid in other ways too, only its part.</source>
        <translation>用它付的消费单会一并撤销；还有其他付款方式的，只退这张券的部分。</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>撤销类型</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销此券</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>不撤销</translation>
    </message>
    <message>
        <source>Voucher taken back.</source>
        <translation>团购券已撤销。</translation>
    </message>
    <message>
        <source>Difference accepted.</source>
        <translation>差额已接受。</translation>
    </message>
    <message>
        <source>The payout waits again.</source>
        <translation>这笔结算已退回待匹配。</translation>
    </message>
</context>
<context>
    <name>VouchersTab</name>
    <message>
        <source>Vouchers</source>
        <translation>团购券</translation>
    </message>
    <message>
        <source>Code, order, product, customer</source>
        <translation>券码、订单号、套餐、顾客</translation>
    </message>
    <message>
        <source>Offers…</source>
        <translation>套餐…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Any platform</source>
        <translation>全部平台</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Any payout</source>
        <translation>全部结算</translation>
    </message>
    <message>
        <source>Without a voucher</source>
        <translation>无对应券</translation>
    </message>
    <message>
        <source>Every payout has its voucher.</source>
        <translation>每笔结算都有对应的券。</translation>
    </message>
    <message>
        <source>Payouts without a voucher</source>
        <translation>无对应券的结算</translation>
    </message>
    <message>
        <source>Accept these differences</source>
        <translation>接受这些差额</translation>
    </message>
    <message>
        <source>Write down as sales</source>
        <translation>补记为消费单</translation>
    </message>
    <message>
        <source>Leave as they are</source>
        <translation>不处理</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 笔差额</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n payout(s) without a voucher</source>
        <translation>
            <numerusform>%n 笔结算无对应券</numerusform></translation>
    </message>
    <message>
        <source>No voucher fits. Try another period or fewer words.</source>
        <translation>没有符合的团购券。换个时间范围或少输几个字试试。</translation>
    </message>
    <message>
        <source>No vouchers yet. Take one at the till, or import a platform's list of redeemed vouchers.</source>
        <translation>还没有团购券。收款时用券，或导入平台的核销明细。</translation>
    </message>
    <message numerus="yes">
        <source>%n picked:</source>
        <translation>
            <numerusform>已选 %n 条：</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s)</source>
        <translation>
            <numerusform>%n 张券</numerusform></translation>
    </message>
    <message>
        <source>The newest {n} are listed; the sums count them all.</source>
        <translation>只列出最近 {n} 张，合计包含全部。</translation>
    </message>
    <message>
        <source>Customers paid</source>
        <translation>顾客实付</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Pays out</source>
        <translation>平台应付</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>已结算</translation>
    </message>
    <message numerus="yes">
        <source>%n payout(s)</source>
        <translation>
            <numerusform>%n 笔结算</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) accepted.</source>
        <translation>
            <numerusform>已接受 %n 笔差额。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) written down.</source>
        <translation>
            <numerusform>已补记 %n 单。</numerusform></translation>
    </message>
    <message>
        <source>Left as they are.</source>
        <translation>已设为不处理。</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>A time has opened</source>
        <translation>有空档了</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>还有 %n 位在等</numerusform></translation>
    </message>
</context>
<context>
    <name>WaitingListSheet</name>
    <message>
        <source>Waiting list</source>
        <translation>候补名单</translation>
    </message>
    <message>
        <source>Put somebody on the list</source>
        <translation>加一位候补</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>在等</translation>
    </message>
    <message>
        <source>Free for them</source>
        <translation>可约时间</translation>
    </message>
    <message>
        <source>Nobody waits. Where nothing is free for somebody, put them here: the first time that opens is offered to them.</source>
        <translation>没有人候补。约不上的顾客可以记在这里，一有空档就会提示。</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出候补</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>谁都行</translation>
    </message>
    <message>
        <source>Their days are over</source>
        <translation>要等的日期已过</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>On the list since {day}</source>
        <translation>{day} 开始候补</translation>
    </message>
    <message>
        <source>{customer} does not wait any more.</source>
        <translation>{customer}不再候补。</translation>
    </message>
</context>
<context>
    <name>WaitingSheet</name>
    <message>
        <source>Change the wish</source>
        <translation>修改候补</translation>
    </message>
    <message>
        <source>Put on the waiting list</source>
        <translation>加入候补</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>谁都行</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>由谁做</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>How to reach them, what they would also take</source>
        <translation>怎么联系、别的也可以吗</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>加入名单</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Book this time</source>
        <translation>约这个时间</translation>
    </message>
    <message>
        <source>Free already: {time}</source>
        <translation>现在就有空：{time}</translation>
    </message>
    <message>
        <source>Choose who waits, or add them as new.</source>
        <translation>选一位顾客，或新建一位。</translation>
    </message>
    <message>
        <source>{customer} is on the waiting list.</source>
        <translation>{customer}已加入候补。</translation>
    </message>
</context>
<context>
    <name>WayRow</name>
    <message>
        <source>instead: {way}</source>
        <translation>改为：{way}</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>退款方式</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>{day}, from</source>
        <translation>{day}，上班</translation>
    </message>
    <message>
        <source>{day}, to</source>
        <translation>{day}，下班</translation>
    </message>
    <message>
        <source>{day}, with a break</source>
        <translation>{day}，有休息</translation>
    </message>
    <message>
        <source>{day}, break from</source>
        <translation>{day}，休息开始</translation>
    </message>
    <message>
        <source>{day}, break to</source>
        <translation>{day}，休息结束</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Break from</source>
        <translation>休息开始</translation>
    </message>
    <message>
        <source>Break to</source>
        <translation>休息结束</translation>
    </message>
    <message>
        <source>The first day's hours for every day</source>
        <translation>每天都按第一天</translation>
    </message>
</context>
<context>
    <name>WeekSection</name>
    <message>
        <source>For good</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>For a while</source>
        <translation>一段时间</translation>
    </message>
    <message>
        <source>How long it holds</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Up to and with</source>
        <translation>到（含）</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>no shifts</source>
        <translation>没有排班</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the plan {days}</source>
        <translation>查看{days}的班次</translation>
    </message>
    <message>
        <source>Take the plan {days} back</source>
        <translation>撤掉{days}的班次</translation>
    </message>
    <message>
        <source>{shifts}: goes on after midnight. The hours after midnight count to the next day.</source>
        <translation>{shifts} 跨过零点，零点以后算到第二天。</translation>
    </message>
    <message>
        <source>Before and after that, the other hours hold.</source>
        <translation>这段时间前后按原来的班次。</translation>
    </message>
    <message>
        <source>This takes the place of all that is planned after it.</source>
        <translation>之后原有的排班都会被替换。</translation>
    </message>
    <message>
        <source>Earlier days keep their hours.</source>
        <translation>之前的日子不变。</translation>
    </message>
</context>
<context>
    <name>WeekStrip</name>
    <message>
        <source>closed</source>
        <translation>店休</translation>
    </message>
    <message>
        <source>away</source>
        <translation>假</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>{day} (this date only)</source>
        <translation>{day}（仅这天）</translation>
    </message>
    <message>
        <source>{day}, away {times}</source>
        <translation>{day}，{times} 不在</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>as it stands over the door</source>
        <translation>招牌上的名字</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>a name, then Enter</source>
        <translation>输入名字，按回车</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>开店</translation>
    </message>
    <message>
        <source>Welcome to Merchant Desk</source>
        <translation>欢迎使用商户柜台</translation>
    </message>
    <message>
        <source>Three answers, and the desk is open. Everything stays on this PC.</source>
        <translation>三个问题，柜台就开张。全部数据保存在本机。</translation>
    </message>
    <message>
        <source>What is your shop called?</source>
        <translation>店名是？</translation>
    </message>
    <message>
        <source>What does it do?</source>
        <translation>做什么的？</translation>
    </message>
    <message>
        <source>Who works there?</source>
        <translation>店里有谁？</translation>
    </message>
    <message>
        <source>One column each on the day board. More can come later.</source>
        <translation>日程板上每人一列，以后还能加。</translation>
    </message>
    <message>
        <source>Its usual services are put on the list; change them later.</source>
        <translation>会先放上这一行常见的项目，以后随时能改。</translation>
    </message>
    <message>
        <source>{count} services to begin with: {some} …</source>
        <translation>先放上 {count} 个项目：{some}…</translation>
    </message>
    <message>
        <source>Choose the one that comes nearest.</source>
        <translation>选最接近的一个。</translation>
    </message>
</context>
<context>
    <name>WhenFields</name>
    <message>
        <source>Published on</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Published at</source>
        <translation>发布时刻</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>已经结束</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>结束时刻</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>WorkedMonthSheet</name>
    <message>
        <source>A worked month</source>
        <translation>一个月的示范账</translation>
    </message>
    <message>
        <source>60 sales, reckoned by hand</source>
        <translation>60 单，逐笔手算</translation>
    </message>
    <message>
        <source>Takings are what customers paid, without tips. Earned is what was done for it: a card counts when it is used. Over a card's life both are the same.</source>
        <translation>营业额是顾客付的钱，不含小费。已消耗是已经做完的部分：卡在使用时才计入。一张卡用完后，两者相等。</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价目</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>提成</translation>
    </message>
    <message>
        <source>Voucher for {name}: list price {price}, the customer pays {paid}, platform fee {fee}, influencer {influencer}, the platform pays out {pays_out}</source>
        <translation>{name}团购券：门市价 {price}，顾客付 {paid}，平台服务费 {fee}，达人佣金 {influencer}，平台应付 {pays_out}</translation>
    </message>
    <message>
        <source>No. {n}</source>
        <translation>第 {n} 单</translation>
    </message>
    <message>
        <source>Takings {takings}, earned {earned}.</source>
        <translation>营业额 {takings}，已消耗 {earned}。</translation>
    </message>
    <message>
        <source>Tips {tips}.</source>
        <translation>小费 {tips}。</translation>
    </message>
    <message>
        <source>Drawer: expected {expected}, counted {counted}.</source>
        <translation>钱箱：应有 {expected}，实点 {counted}。</translation>
    </message>
    <message>
        <source>The whole month</source>
        <translation>全月合计</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>已消耗</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Commission on services</source>
        <translation>项目提成</translation>
    </message>
    <message>
        <source>Extra where asked for</source>
        <translation>指定另加</translation>
    </message>
    <message>
        <source>Commission on products</source>
        <translation>商品提成</translation>
    </message>
    <message>
        <source>Commission on cards sold</source>
        <translation>卖卡提成</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>小费</translation>
    </message>
    <message>
        <source>{who} still has a bonus of {bonus} on the card.</source>
        <translation>{who}的卡里还剩赠送金额 {bonus}。</translation>
    </message>
    <message>
        <source>{name}: {n} left in stock (20 at the start).</source>
        <translation>{name}：库存剩 {n}（月初 20）。</translation>
    </message>
    <message>
        <source>passing</source>
        <translation>散客</translation>
    </message>
</context>
<context>
    <name>WorkerCard</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开{name}</translation>
    </message>
    <message>
        <source>Away: {when}</source>
        <translation>请假：{when}</translation>
    </message>
    <message>
        <source>Not on the team any more</source>
        <translation>已离店</translation>
    </message>
    <message>
        <source>Today {hours}</source>
        <translation>今天 {hours}</translation>
    </message>
    <message>
        <source>Off today</source>
        <translation>今天休息</translation>
    </message>
</context>
<context>
    <name>WorkerSheet</name>
    <message>
        <source>Worker</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>New worker</source>
        <translation>新增员工</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>职位</translation>
    </message>
    <message>
        <source>Colour on the board</source>
        <translation>日程板上的颜色</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Time off and dates</source>
        <translation>请假与特殊日期</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What to see of the worker</source>
        <translation>看员工的哪一部分</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>离店</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>回店</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>not on the team any more</source>
        <translation>已离店</translation>
    </message>
    <message>
        <source>{name} is on the team.</source>
        <translation>{name}加入了。</translation>
    </message>
    <message>
        <source>{name} changed.</source>
        <translation>已修改{name}。</translation>
    </message>
    <message>
        <source>The plan is taken back.</source>
        <translation>班次已撤掉。</translation>
    </message>
    <message>
        <source>Has left all the same</source>
        <translation>仍然标记离店</translation>
    </message>
    <message>
        <source>{name} has left. What is booked stays on the board.</source>
        <translation>{name}已离店，已约的预约还在日程板上。</translation>
    </message>
    <message>
        <source>{name} is back on the team.</source>
        <translation>{name}回来了。</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n day(s) off</source>
        <translation>
            <numerusform>放假 %n 天</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) worked instead</source>
        <translation>
            <numerusform>调休上班 %n 天</numerusform></translation>
    </message>
</context>
<context>
    <name>_FigureCard</name>
    <message>
        <source>{change} on before</source>
        <translation>{change} 比上期</translation>
    </message>
</context>
<context>
    <name>_GrowthRow</name>
    <message>
        <source>industry {growth}</source>
        <translation>行业 {growth}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
</context>
<context>
    <name>_ShortForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不了</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Desk</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Services &amp; Team</source>
        <translation>项目与员工</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>账目</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>squeezed in</source>
        <translation>加塞</translation>
    </message>
    <message>
        <source>home visit: {address}</source>
        <translation>上门：{address}</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>固定预约</translation>
    </message>
    <message>
        <source>taken {time} with what comes before and after</source>
        <translation>连同前后准备占用 {time}</translation>
    </message>
    <message>
        <source>first visit</source>
        <translation>首次到店</translation>
    </message>
    <message>
        <source>Taken by {customer}</source>
        <translation>{customer}已约</translation>
    </message>
    <message>
        <source>{place} is taken</source>
        <translation>{place}已占用</translation>
    </message>
    <message>
        <source>Nobody is free</source>
        <translation>没有人有空</translation>
    </message>
    <message>
        <source>Outside the shift</source>
        <translation>不在班上</translation>
    </message>
    <message>
        <source>Without a room</source>
        <translation>未安排位置</translation>
    </message>
    <message>
        <source>Not on shift</source>
        <translation>没排班</translation>
    </message>
    <message>
        <source>working day for {holiday}</source>
        <translation>{holiday}调休上班</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>店休</translation>
    </message>
    <message>
        <source>{share} booked</source>
        <translation>已约 {share}</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>班</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>{worker}, {time} free</source>
        <translation>{worker} {time} 有空</translation>
    </message>
    <message>
        <source>Nobody works</source>
        <translation>无人上班</translation>
    </message>
</context>
<context>
    <name>card_words</name>
    <message>
        <source>Balance card</source>
        <translation>储值卡</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>停卡</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>已用完</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已退卡</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>What was paid, then the bonus</source>
        <translation>先扣本金，再扣赠送</translation>
    </message>
    <message>
        <source>The bonus, then what was paid</source>
        <translation>先扣赠送，再扣本金</translation>
    </message>
    <message>
        <source>Both in proportion</source>
        <translation>按比例同时扣</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>办卡</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Card taken back</source>
        <translation>退卡</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Another owner</source>
        <translation>转让</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Another last day</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>销卡</translation>
    </message>
    <message>
        <source>{amount} + {bonus} bonus</source>
        <translation>{amount} + 赠 {bonus}</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>until {day}, over</source>
        <translation>{day}已过期</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}到期</translation>
    </message>
    <message>
        <source>{amount} bonus</source>
        <translation>赠送 {amount}</translation>
    </message>
</context>
<context>
    <name>choose_file</name>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>类型：</translation>
    </message>
</context>
<context>
    <name>commission</name>
    <message>
        <source>All services</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>Products sold</source>
        <translation>卖商品</translation>
    </message>
    <message>
        <source>Prepaid cards sold</source>
        <translation>卖卡</translation>
    </message>
    <message>
        <source>{rate} of what is paid</source>
        <translation>按实收 {rate}</translation>
    </message>
    <message>
        <source>{rate} of the list price</source>
        <translation>按原价 {rate}</translation>
    </message>
    <message>
        <source>{rate} after platform fees</source>
        <translation>扣平台费后 {rate}</translation>
    </message>
    <message>
        <source>{amount} each time</source>
        <translation>每次 {amount}</translation>
    </message>
    <message>
        <source>{rate} from {amount}</source>
        <translation>满 {amount} 提 {rate}</translation>
    </message>
    <message>
        <source>by parts {steps}</source>
        <translation>分段 {steps}</translation>
    </message>
    <message>
        <source>by the month {steps}</source>
        <translation>全月按档 {steps}</translation>
    </message>
    <message>
        <source>without prepaid</source>
        <translation>用卡支付不算</translation>
    </message>
    <message>
        <source>+{more} when asked for</source>
        <translation>指定另加 {more}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day}起</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>到{day}为止</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
</context>
<context>
    <name>customers</name>
    <message>
        <source>No visit yet</source>
        <translation>还没来过</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>最近 {day}</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>day close</name>
    <message>
        <source>The day close is at the printer.</source>
        <translation>日结单已送到打印机。</translation>
    </message>
    <message>
        <source>Put aside: {n}</source>
        <translation>挂单 {n} 单</translation>
    </message>
    <message>
        <source>To be paid later: {n}</source>
        <translation>欠款 {n} 单</translation>
    </message>
    <message>
        <source>Open sales. {counts}. They count on the day they are paid.</source>
        <translation>未结：{counts}。哪天付清算哪天的。</translation>
    </message>
    <message>
        <source>Not closed yet: {days}</source>
        <translation>未日结：{days}</translation>
    </message>
    <message>
        <source>Closed on {moment} by {who}</source>
        <translation>{who}已于 {moment} 日结</translation>
    </message>
    <message>
        <source>Closed on {moment}</source>
        <translation>已于 {moment} 日结</translation>
    </message>
    <message>
        <source>Day close {day}</source>
        <translation>日结单 {day}</translation>
    </message>
    <message>
        <source>printed on {day} at {time}</source>
        <translation>打印于 {day} {time}</translation>
    </message>
    <message>
        <source>Not closed yet</source>
        <translation>未日结</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>单数</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>小费</translation>
    </message>
    <message>
        <source>Cash in the drawer</source>
        <translation>钱箱现金</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Cash payments, less refunds</source>
        <translation>现金收款（已减退款）</translation>
    </message>
    <message>
        <source>In</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Stays in the drawer</source>
        <translation>留作备用金</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已取出</translation>
    </message>
    <message>
        <source>Other ways to pay</source>
        <translation>其他付款方式</translation>
    </message>
    <message>
        <source>Paid with the shop's own cards</source>
        <translation>用本店卡支付</translation>
    </message>
    <message>
        <source>Signature: ______________</source>
        <translation>签字：______________</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Put into the drawer</source>
        <translation>存入钱箱</translation>
    </message>
    <message>
        <source>Taken out of the drawer</source>
        <translation>从钱箱取出</translation>
    </message>
    <message>
        <source>Cash expected</source>
        <translation>应有现金</translation>
    </message>
    <message>
        <source>Cash counted</source>
        <translation>实点现金</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>差额原因</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>哪天休息</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>清点人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>desk_menu</name>
    <message>
        <source>Waiting list</source>
        <translation>候补名单</translation>
    </message>
    <message>
        <source>Tomorrow's reminders</source>
        <translation>明天的提醒</translation>
    </message>
    <message>
        <source>Print or PDF…</source>
        <translation>打印或存为 PDF…</translation>
    </message>
    <message>
        <source>Calendar file (.ics)…</source>
        <translation>日历文件（.ics）…</translation>
    </message>
</context>
<context>
    <name>due_line</name>
    <message>
        <source>Done · nothing to pay</source>
        <translation>完成 · 无需付款</translation>
    </message>
    <message>
        <source>Paid {amount} · {methods}</source>
        <translation>已收 {amount} · {methods}</translation>
    </message>
    <message>
        <source>Paid {amount} · {methods} · change {change}</source>
        <translation>已收 {amount} · {methods} · 找零 {change}</translation>
    </message>
</context>
<context>
    <name>export_table</name>
    <message>
        <source>{file} saved.</source>
        <translation>{file} 已保存。</translation>
    </message>
    <message>
        <source>Excel sheets</source>
        <translation>Excel 表格</translation>
    </message>
    <message>
        <source>CSV text</source>
        <translation>CSV 文本</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>finders</name>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>customer list</source>
        <translation>顾客名单</translation>
    </message>
    <message>
        <source>Douyin: list of works</source>
        <translation>抖音作品列表</translation>
    </message>
    <message>
        <source>Douyin: redeemed vouchers</source>
        <translation>抖音来客核销明细</translation>
    </message>
    <message>
        <source>Douyin: payouts</source>
        <translation>抖音来客分账明细</translation>
    </message>
    <message>
        <source>Meituan, Dianping: payouts</source>
        <translation>美团、点评团购收益明细</translation>
    </message>
    <message>
        <source>calendar (.ics)</source>
        <translation>日历（.ics）</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>“{text}” makes no sense in the column “{header}”.</source>
        <translation>“{header}”列的“{text}”看不懂。</translation>
    </message>
    <message>
        <source>“{text}” in the column “{header}” is a word this desk does not know.</source>
        <translation>“{header}”列的“{text}”不认识。</translation>
    </message>
    <message>
        <source>The column “{header}” is empty.</source>
        <translation>“{header}”列是空的。</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>姓名是空的。</translation>
    </message>
    <message>
        <source>The text was lost before it came here: “{text}”.</source>
        <translation>文字早就丢了：“{text}”。</translation>
    </message>
    <message>
        <source>“{title}” is not public on the platform.</source>
        <translation>「{title}」在平台上没有公开。</translation>
    </message>
    <message>
        <source>Redeemed at “{shop}”, which is not this shop. Say in Books, Vouchers how the platforms call it.</source>
        <translation>在“{shop}”核销，不是本店。请到“账目”的“团购券”里填写本店在平台上的名称。</translation>
    </message>
    <message>
        <source>Not paid out yet (“{text}”). It comes with a later file.</source>
        <translation>还没结算（“{text}”），以后的文件里会有。</translation>
    </message>
    <message>
        <source>The row does not say when.</source>
        <translation>这一行没有时间。</translation>
    </message>
    <message>
        <source>It pays a part of sale {number}, which is still open. Finish that and import again.</source>
        <translation>它付了消费单 {number} 的一部分，那一单还没结。请先收完款再导入。</translation>
    </message>
    <message>
        <source>Its day is closed in the books, and so is today. Import the file again tomorrow.</source>
        <translation>那天已日结，今天也已日结，请明天再导入这个文件。</translation>
    </message>
    <message>
        <source>Its sale is given back by a refund of today, and today is closed. Import it tomorrow.</source>
        <translation>这单要记成今天的退款，但今天已经日结。请明天再导入。</translation>
    </message>
    <message>
        <source>The platform hides the code {code}, and nothing else says which voucher it is.</source>
        <translation>平台隐藏了券码 {code}，也没有别的信息能认出是哪张券。</translation>
    </message>
</context>
<context>
    <name>look_choice</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>This could not be done ({code}).</source>
        <translation>这一步没能完成（{code}）。</translation>
    </message>
    <message>
        <source>This is not there any more. Look at the page again.</source>
        <translation>它已经不在了。请重新看一下页面。</translation>
    </message>
    <message>
        <source>This cannot be removed: other records belong to it.</source>
        <translation>还有别的记录和它有关，不能删。</translation>
    </message>
    <message>
        <source>The shop's file refused this.</source>
        <translation>店铺文件拒绝了这一步。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可重做的。</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>这一步不能撤销。</translation>
    </message>
    <message>
        <source>“{act}” cannot be undone: “{later}” came after it and builds on it. Undo that first.</source>
        <translation>“{act}”不能撤销：后来的“{later}”要用到它。请先撤销后者。</translation>
    </message>
    <message>
        <source>This cannot be undone: something later builds on it.</source>
        <translation>不能撤销：后来的记录要用到它。</translation>
    </message>
    <message>
        <source>This cannot be undone: a void sale names it, and is kept.</source>
        <translation>不能撤销：有作废的消费单用到它，而作废单会保留。</translation>
    </message>
    <message>
        <source>The history is never changed.</source>
        <translation>操作历史不能改动。</translation>
    </message>
    <message>
        <source>The shop's file is in use elsewhere in the program.</source>
        <translation>程序的另一处正在使用店铺文件。</translation>
    </message>
    <message>
        <source>“{text}” is no time. Write it like 14:30.</source>
        <translation>“{text}”不是时间。请写成 14:30 这样。</translation>
    </message>
    <message>
        <source>This is no time. Write it like 14:30.</source>
        <translation>这不是时间。请写成 14:30 这样。</translation>
    </message>
    <message>
        <source>“{text}” is no day. Write it like 2026-03-01.</source>
        <translation>“{text}”不是日期。请写成 2026-03-01 这样。</translation>
    </message>
    <message>
        <source>This is no day. Write it like 2026-03-01.</source>
        <translation>这不是日期。请写成 2026-03-01 这样。</translation>
    </message>
    <message>
        <source>“{text}” is no amount. Write it like 128 or 128.50.</source>
        <translation>“{text}”不是金额。请写成 128 或 128.50。</translation>
    </message>
    <message>
        <source>This is no amount. Write it like 128 or 128.50.</source>
        <translation>这不是金额。请写成 128 或 128.50。</translation>
    </message>
    <message>
        <source>The end must be after the start.</source>
        <translation>结束要晚于开始。</translation>
    </message>
    <message>
        <source>A day's hours end at midnight. Split them over the two days.</source>
        <translation>一天的班到午夜为止，过夜的请分成两天填。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，什么都没改。</translation>
    </message>
    <message>
        <source>This shop's file was made by a newer version of Merchant Desk. Install that version on this PC; the file was not touched.</source>
        <translation>这个店铺文件是更新版本的商户柜台建的。请在这台电脑上装新版本；文件没有改动。</translation>
    </message>
    <message>
        <source>This is not a shop's file of Merchant Desk.</source>
        <translation>这不是商户柜台的店铺文件。</translation>
    </message>
    <message>
        <source>The shop's file is damaged. Go back to a backup; the damaged file is kept.</source>
        <translation>店铺文件损坏了。请恢复备份；损坏的文件会保留。</translation>
    </message>
    <message>
        <source>Opening it failed. The log says why; the file was not touched.</source>
        <translation>打开失败，原因在日志里；文件没有改动。</translation>
    </message>
    <message>
        <source>The shop's file lies on a network drive, where bookings can get lost. Move it to a folder on this PC.</source>
        <translation>店铺文件在网络盘上，预约可能会丢。请移到本机的文件夹。</translation>
    </message>
    <message>
        <source>The shop's file lies in a folder that {service} keeps in step, where bookings can get lost. Move it to a folder that is only on this PC.</source>
        <translation>店铺文件在 {service} 的同步文件夹里，预约可能会丢。请移到只在本机的文件夹。</translation>
    </message>
    <message>
        <source>The shop's file lies in a cloud folder, where bookings can get lost. Move it to a folder that is only on this PC.</source>
        <translation>店铺文件在网盘同步文件夹里，预约可能会丢。请移到只在本机的文件夹。</translation>
    </message>
    <message>
        <source>Nothing can be written to {path}. Allow writing there, or choose another folder.</source>
        <translation>{path} 不能写入。请开放写入权限，或换个文件夹。</translation>
    </message>
    <message>
        <source>Nothing can be written to this folder. Choose another one.</source>
        <translation>这个文件夹不能写入，请换一个。</translation>
    </message>
    <message>
        <source>The disk is full. Make room and do it again; what was confirmed before is safe.</source>
        <translation>磁盘满了。腾出空间后再来一次；之前确认过的都在。</translation>
    </message>
    <message>
        <source>The disk reported an error. Make a backup to another disk before you go on.</source>
        <translation>磁盘报错了。请先备份到另一块盘再继续。</translation>
    </message>
    <message>
        <source>Another program is using the shop's file. Close it, or try again in a moment.</source>
        <translation>别的程序正在用店铺文件。请关掉它，或稍后再试。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>There is a file already: {path}. Choose another name.</source>
        <translation>文件已存在：{path}。请换个名字。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>已有同名文件，请换个名字。</translation>
    </message>
    <message>
        <source>The shop is not set up yet.</source>
        <translation>店铺还没有设置好。</translation>
    </message>
    <message>
        <source>The period must end on or after the day it begins.</source>
        <translation>结束日期不能早于开始日期。</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>请填名称。</translation>
    </message>
    <message>
        <source>A title is needed.</source>
        <translation>请填标题。</translation>
    </message>
    <message>
        <source>It must take at least one minute.</source>
        <translation>时长至少 1 分钟。</translation>
    </message>
    <message>
        <source>{minutes} minutes is too long; {most} is the most.</source>
        <translation>{minutes} 分钟太长了，最多 {most} 分钟。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>太长了。</translation>
    </message>
    <message>
        <source>There is a “{name}” already. Choose another name.</source>
        <translation>已经有“{name}”了，请换个名称。</translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>这个名称有了，请换一个。</translation>
    </message>
    <message>
        <source>“{phone}” is no phone number. Check it, or leave it empty.</source>
        <translation>“{phone}”不是电话号码。请核对，或留空。</translation>
    </message>
    <message>
        <source>This is no phone number. Check it, or leave it empty.</source>
        <translation>这不是电话号码。请核对，或留空。</translation>
    </message>
    <message>
        <source>“{phone}” hides digits behind stars. Ask for the whole number, or leave it empty.</source>
        <translation>“{phone}”有星号，号码不全。请问完整号码，或留空。</translation>
    </message>
    <message>
        <source>This number hides digits behind stars.</source>
        <translation>号码里有星号，不完整。</translation>
    </message>
    <message>
        <source>This number belongs to {name} already.</source>
        <translation>这个号码已经是{name}的。</translation>
    </message>
    <message>
        <source>This number belongs to another customer already.</source>
        <translation>这个号码已经是另一位顾客的。</translation>
    </message>
    <message>
        <source>“{text}” is no birthday. Write it like 1995-08-20, or 08-20 without the year.</source>
        <translation>“{text}”不是生日。请写成 1995-08-20，不知道年份就写 08-20。</translation>
    </message>
    <message>
        <source>This is no birthday. Write it like 1995-08-20, or 08-20 without the year.</source>
        <translation>这不是生日。请写成 1995-08-20，不知道年份就写 08-20。</translation>
    </message>
    <message>
        <source>A customer cannot be their own referrer.</source>
        <translation>介绍人不能是她自己。</translation>
    </message>
    <message>
        <source>No content has the code word “{typed}”. Did you mean {nearest}, “{nearest_title}”?</source>
        <translation>没有口令“{typed}”。是不是 {nearest}“{nearest_title}”？</translation>
    </message>
    <message>
        <source>No content has the code word “{typed}”. Did you mean {nearest}?</source>
        <translation>没有口令“{typed}”。是不是 {nearest}？</translation>
    </message>
    <message>
        <source>No content has the code word “{typed}”.</source>
        <translation>没有口令“{typed}”。</translation>
    </message>
    <message>
        <source>No content has this code word.</source>
        <translation>没有这个口令。</translation>
    </message>
    <message>
        <source>All code words are in use. Archive old contents to set some free.</source>
        <translation>口令用完了。把旧内容归档可以腾出一些。</translation>
    </message>
    <message>
        <source>{first} {then}</source>
        <translation>{first}{then}</translation>
    </message>
    <message>
        <source>{worker} already has {customer} ({service}) from {start} to {end}.</source>
        <translation>{worker} {start}–{end} 已约了{customer}（{service}）。</translation>
    </message>
    <message>
        <source>{place} is taken by {customer} ({service}) from {start} to {end}.</source>
        <translation>{place}在 {start}–{end} 已给{customer}（{service}）。</translation>
    </message>
    <message>
        <source>With what comes after, that takes until {busy_until}.</source>
        <translation>连同收尾要占用到 {busy_until}。</translation>
    </message>
    <message>
        <source>With what comes before, that begins at {busy_since}.</source>
        <translation>连同准备从 {busy_since} 就占用了。</translation>
    </message>
    <message>
        <source>With what comes before, this one begins at {needs_from}.</source>
        <translation>这一项连同准备要从 {needs_from} 开始。</translation>
    </message>
    <message>
        <source>With what comes after, this one takes until {needs_until}.</source>
        <translation>这一项连同收尾要到 {needs_until}。</translation>
    </message>
    <message>
        <source>Next free: {next_free}.</source>
        <translation>最近有空：{next_free}。</translation>
    </message>
    <message>
        <source>This time is taken already. Choose another one.</source>
        <translation>这个时间已经有人了，请换一个。</translation>
    </message>
    <message>
        <source>{place} is taken at this time. Choose another one.</source>
        <translation>这个时间{place}已占用，请换一个。</translation>
    </message>
    <message>
        <source>The room or chair is taken at this time. Choose another one.</source>
        <translation>这个时间房间或座位已满，请换一个。</translation>
    </message>
    <message>
        <source>“{service}” needs a place of the kind “{kind}”, and there is none. Add one under Services &amp; Team, or squeeze it in.</source>
        <translation>“{service}”需要“{kind}”，但还没有登记。请到“项目与员工”里添加，或选择加塞。</translation>
    </message>
    <message>
        <source>There is no room or chair for this service.</source>
        <translation>没有可用于这个项目的房间或座位。</translation>
    </message>
    <message>
        <source>{place} is not in use any more. Choose another place.</source>
        <translation>{place}已停用，请换一个。</translation>
    </message>
    <message>
        <source>This room or chair is not in use any more.</source>
        <translation>这个房间或座位已停用。</translation>
    </message>
    <message>
        <source>{worker} does not work then. Choose another time, or squeeze it in.</source>
        <translation>{worker}那时不上班。请换个时间，或加塞。</translation>
    </message>
    <message>
        <source>Nobody works then. Choose another time, or squeeze it in.</source>
        <translation>那时没有人上班。请换个时间，或加塞。</translation>
    </message>
    <message>
        <source>{worker} is not on the team any more. Choose somebody else.</source>
        <translation>{worker}已经离店了，请换个人。</translation>
    </message>
    <message>
        <source>This worker is not on the team any more.</source>
        <translation>这位员工已经离店了。</translation>
    </message>
    <message>
        <source>“{service}” is not offered any more. Choose another one.</source>
        <translation>“{service}”已停售，请换一个。</translation>
    </message>
    <message>
        <source>This service is not offered any more.</source>
        <translation>这个项目已停售。</translation>
    </message>
    <message>
        <source>{worker} does not do “{service}”. Choose somebody else.</source>
        <translation>{worker}不做“{service}”，请换个人。</translation>
    </message>
    <message>
        <source>This worker does not do this service.</source>
        <translation>这位员工不做这个项目。</translation>
    </message>
    <message>
        <source>{worker} cannot do two things of this visit at once.</source>
        <translation>{worker}不能同时做两个项目。</translation>
    </message>
    <message>
        <source>One worker cannot do two things at once.</source>
        <translation>一位员工不能同时做两个项目。</translation>
    </message>
    <message>
        <source>Choose at least one service.</source>
        <translation>请至少选一个项目。</translation>
    </message>
    <message>
        <source>{day} is long past. Check the date.</source>
        <translation>{day}早已过去，请检查日期。</translation>
    </message>
    <message>
        <source>This day is long past. Check the date.</source>
        <translation>这天早已过去，请检查日期。</translation>
    </message>
    <message>
        <source>{day} is too far ahead. Check the date.</source>
        <translation>{day}太远了，请检查日期。</translation>
    </message>
    <message>
        <source>This day is too far ahead. Check the date.</source>
        <translation>这天太远了，请检查日期。</translation>
    </message>
    <message>
        <source>Somebody changed this appointment meanwhile. Nothing was saved, and what you typed is still here: save again to keep yours.</source>
        <translation>这个预约刚刚被别处改过，没有保存。您填的内容还在，再按一次保存就以您的为准。</translation>
    </message>
    <message>
        <source>This appointment is over ({status}) and cannot be changed.</source>
        <translation>这个预约已经结束（{status}），不能再改。</translation>
    </message>
    <message>
        <source>This appointment is over and cannot be changed.</source>
        <translation>这个预约已经结束，不能再改。</translation>
    </message>
    <message>
        <source>This does not go with an appointment that is: {status}.</source>
        <translation>预约现在是“{status}”，不能这样操作。</translation>
    </message>
    <message>
        <source>This does not go with the appointment as it is now.</source>
        <translation>预约现在的状态不能这样操作。</translation>
    </message>
    <message>
        <source>It is not missed yet: it begins at {start}.</source>
        <translation>还不能算爽约：{start} 才开始。</translation>
    </message>
    <message>
        <source>It is not missed yet: it has not begun.</source>
        <translation>还没开始，不能算爽约。</translation>
    </message>
    <message>
        <source>Say what kind it is: a room, a chair, a bed …</source>
        <translation>请写明种类：房间、座位、床位……</translation>
    </message>
    <message>
        <source>It takes at least 1 and at most {most} at once.</source>
        <translation>同时容纳最少 1 位，最多 {most} 位。</translation>
    </message>
    <message>
        <source>It takes at least 1 at once.</source>
        <translation>同时至少容纳 1 位。</translation>
    </message>
    <message>
        <source>Nobody but {worker} does “{service}”. Name somebody else, or stop selling it.</source>
        <translation>“{service}”只有{worker}会做。请指定别人，或停售这个项目。</translation>
    </message>
    <message>
        <source>Nobody else does this. Name somebody else first.</source>
        <translation>没有别人会做，请先指定别人。</translation>
    </message>
    <message>
        <source>{field} means nothing here. There are: {fields}.</source>
        <translation>没有 {field} 这个字段，可用的有：{fields}。</translation>
    </message>
    <message>
        <source>One of the words in braces means nothing here.</source>
        <translation>大括号里有无效的字段。</translation>
    </message>
    <message>
        <source>{days} days are too many at once; {most} is the most.</source>
        <translation>一次 {days} 天太多了，最多 {most} 天。</translation>
    </message>
    <message>
        <source>These are too many days at once.</source>
        <translation>一次选的天数太多了。</translation>
    </message>
    <message>
        <source>{file} is no list of holidays. It may be JSON as holiday-cn publishes it, a calendar (.ics), or a table with day, name and works.</source>
        <translation>{file} 不是节假日文件。可以是 holiday-cn 的 JSON、日历（.ics），或含 day、name、works 三列的表格。</translation>
    </message>
    <message>
        <source>This file is no list of holidays.</source>
        <translation>这不是节假日文件。</translation>
    </message>
    <message>
        <source>Entry {line} of {file} is no holiday: {text}. Correct it, and load the file again.</source>
        <translation>{file} 的第 {line} 条不是节假日：{text}。改好后请重新载入。</translation>
    </message>
    <message>
        <source>One entry of this file is no holiday.</source>
        <translation>文件里有一条不是节假日。</translation>
    </message>
    <message>
        <source>There are no days of {year} in it yet.</source>
        <translation>里面还没有 {year} 年的日期。</translation>
    </message>
    <message>
        <source>There are no days in this file.</source>
        <translation>文件里没有日期。</translation>
    </message>
    <message>
        <source>{day} is too far from {year} to belong to it.</source>
        <translation>{day}离 {year} 年太远，不属于这一年。</translation>
    </message>
    <message>
        <source>One of the days belongs to another year.</source>
        <translation>有一天属于别的年份。</translation>
    </message>
    <message>
        <source>{day} is named twice. Keep one of the two.</source>
        <translation>{day}出现了两次，请只留一条。</translation>
    </message>
    <message>
        <source>One of the days is named twice.</source>
        <translation>有一天出现了两次。</translation>
    </message>
    <message>
        <source>The last of these days, {last_day}, is over. Choose later ones.</source>
        <translation>这些日期里最晚的{last_day}已过，请选更晚的。</translation>
    </message>
    <message>
        <source>These days are over. Choose later ones.</source>
        <translation>这些日期已过，请选更晚的。</translation>
    </message>
    <message>
        <source>“{service}” takes {minutes} minutes: that does not fit between {from_time} and {to_time}.</source>
        <translation>“{service}”要 {minutes} 分钟，{from_time} 到 {to_time} 放不下。</translation>
    </message>
    <message>
        <source>The service takes longer than that.</source>
        <translation>项目时长比这段时间还长。</translation>
    </message>
    <message>
        <source>{customer} is not on the waiting list any more.</source>
        <translation>{customer}已不在候补名单上。</translation>
    </message>
    <message>
        <source>They are not on the waiting list any more.</source>
        <translation>这位顾客已不在候补名单上。</translation>
    </message>
    <message>
        <source>{file} could not be written. Close it in other programs, or choose another folder.</source>
        <translation>{file} 写不进去。请在别的程序里关闭它，或换个文件夹。</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder.</source>
        <translation>文件写不进去，请换个文件夹。</translation>
    </message>
    <message>
        <source>No printer is set up on this PC. Save a PDF, or add a printer and try again.</source>
        <translation>这台电脑没有打印机。请存为 PDF，或添加打印机后再试。</translation>
    </message>
    <message>
        <source>“{title}” is cut off: the file breaks off in it.</source>
        <translation>“{title}”不完整：文件在这里中断了。</translation>
    </message>
    <message>
        <source>This event is cut off: the file breaks off in it.</source>
        <translation>这条日程不完整：文件在这里中断了。</translation>
    </message>
    <message>
        <source>“{title}” has no date.</source>
        <translation>“{title}”没有日期。</translation>
    </message>
    <message>
        <source>This event has no date.</source>
        <translation>这条日程没有日期。</translation>
    </message>
    <message>
        <source>“{text}” is no date and time.</source>
        <translation>“{text}”不是日期时间。</translation>
    </message>
    <message>
        <source>A date of this event cannot be read.</source>
        <translation>这条日程的日期读不出来。</translation>
    </message>
    <message>
        <source>Nobody knows the time zone “{zone}”.</source>
        <translation>不认识时区“{zone}”。</translation>
    </message>
    <message>
        <source>Nobody knows the time zone of this event.</source>
        <translation>不认识这条日程的时区。</translation>
    </message>
    <message>
        <source>“{title}” lasts all day, so it has no time. Book it by hand if it is one.</source>
        <translation>“{title}”是全天日程，没有时间。如果是预约，请手动录入。</translation>
    </message>
    <message>
        <source>This event lasts all day, so it has no time.</source>
        <translation>这是全天日程，没有时间。</translation>
    </message>
    <message>
        <source>“{title}” ends when it begins, or before.</source>
        <translation>“{title}”的结束不晚于开始。</translation>
    </message>
    <message>
        <source>This event ends when it begins, or before.</source>
        <translation>这条日程的结束不晚于开始。</translation>
    </message>
    <message>
        <source>“{title}” takes longer than a day.</source>
        <translation>“{title}”超过一天。</translation>
    </message>
    <message>
        <source>This event takes longer than a day.</source>
        <translation>这条日程超过一天。</translation>
    </message>
    <message>
        <source>“{title}” is on {day}: the diary takes no days that far away.</source>
        <translation>“{title}”在{day}，日程收不了这么远的日子。</translation>
    </message>
    <message>
        <source>The diary takes no days that far away.</source>
        <translation>日程收不了这么远的日子。</translation>
    </message>
    <message>
        <source>“{title}” goes on after {until}. Up to then {count} dates are taken.</source>
        <translation>“{title}”在{until}之后还会继续，先导入到那时的 {count} 次。</translation>
    </message>
    <message>
        <source>This series goes on. Only its first dates are taken.</source>
        <translation>这个重复日程还会继续，只导入前面的几次。</translation>
    </message>
    <message>
        <source>“{title}” is cancelled in the file and not known here.</source>
        <translation>“{title}”在文件里已取消，这边也没有记录。</translation>
    </message>
    <message>
        <source>This is cancelled in the file and not known here.</source>
        <translation>在文件里已取消，这边也没有记录。</translation>
    </message>
    <message>
        <source>“{title}” names none of your services. Choose above what such dates are.</source>
        <translation>“{title}”没有写店里的项目，请在上面选这类日程算什么项目。</translation>
    </message>
    <message>
        <source>This names none of your services.</source>
        <translation>没有写店里的项目。</translation>
    </message>
    <message>
        <source>Nobody on the team does “{service}”.</source>
        <translation>店里没有人做“{service}”。</translation>
    </message>
    <message>
        <source>Nobody on the team does this.</source>
        <translation>没有员工会做这个项目。</translation>
    </message>
    <message>
        <source>“{title}” does not say for whom it is.</source>
        <translation>“{title}”没有写是哪位顾客。</translation>
    </message>
    <message>
        <source>This does not say for whom it is.</source>
        <translation>没有写是哪位顾客。</translation>
    </message>
    <message>
        <source>{count} customers are called {name}, and no phone number says who is meant.</source>
        <translation>有 {count} 位顾客叫{name}，没有电话分不清是哪位。</translation>
    </message>
    <message>
        <source>Several customers have this name.</source>
        <translation>有几位顾客同名。</translation>
    </message>
    <message>
        <source>This is one part of the visit of {customer}. Move the visit on the Desk.</source>
        <translation>这是{customer}这次到店的一部分，请在柜台上改整次预约。</translation>
    </message>
    <message>
        <source>This is one part of a visit. Move it on the Desk.</source>
        <translation>这是一次到店的一部分，请在柜台上改。</translation>
    </message>
    <message>
        <source>{day} is too far away. Check the year.</source>
        <translation>{day}太远了，请检查年份。</translation>
    </message>
    <message>
        <source>This day is too far away. Check the year.</source>
        <translation>这天太远了，请检查年份。</translation>
    </message>
    <message>
        <source>{worker} is away from {start} to {end} already.</source>
        <translation>{worker}在 {start} 到 {end} 已经请假。</translation>
    </message>
    <message>
        <source>This time off is noted already.</source>
        <translation>这段请假已经记过了。</translation>
    </message>
    <message>
        <source>“{text}” is no rule for dates that come again.</source>
        <translation>“{text}”不是有效的重复规则。</translation>
    </message>
    <message>
        <source>This is no rule for dates that come again.</source>
        <translation>这不是有效的重复规则。</translation>
    </message>
    <message>
        <source>No date is left to book. Keep at least one, or let it end later.</source>
        <translation>一次也没有剩下。请至少保留一次，或把结束日期往后放。</translation>
    </message>
    <message>
        <source>That would be {count} dates; a series has {most} at most. Let it end sooner, or come less often.</source>
        <translation>一共会有 {count} 次，最多 {most} 次。请早点结束或隔久一点。</translation>
    </message>
    <message>
        <source>A series has {most} dates at most. Let it end sooner, or come less often.</source>
        <translation>固定预约最多 {most} 次。请早点结束或隔久一点。</translation>
    </message>
    <message>
        <source>These are too many dates. Let it end sooner.</source>
        <translation>次数太多了，请早点结束。</translation>
    </message>
    <message>
        <source>Nothing was changed: dates that do not fit: {count}. The first is {start}, where {worker} has {customer} ({service}).</source>
        <translation>没有改动：有 {count} 次冲突，第一次是 {start}，{worker}要接待{customer}（{service}）。</translation>
    </message>
    <message>
        <source>Nothing was changed: dates that do not fit: {count}. The first is {start}, when {worker} does not work.</source>
        <translation>没有改动：有 {count} 次冲突，第一次是 {start}，{worker}不上班。</translation>
    </message>
    <message>
        <source>Nothing was changed: dates that do not fit: {count}. The first is {start}.</source>
        <translation>没有改动：有 {count} 次冲突，第一次是 {start}。</translation>
    </message>
    <message>
        <source>Nothing was changed: not every date fits.</source>
        <translation>没有改动：有的日期有冲突。</translation>
    </message>
    <message>
        <source>There is nothing on this sale yet.</source>
        <translation>这一单还没有项目。</translation>
    </message>
    <message>
        <source>A discount takes off {amount} at most, and adds nothing.</source>
        <translation>最多只能优惠 {amount}，也不能加价。</translation>
    </message>
    <message>
        <source>More than there is cannot come off.</source>
        <translation>优惠不能超过应收金额。</translation>
    </message>
    <message>
        <source>The payments come to {paid}, the sale to {total}: {difference} apart.</source>
        <translation>付款共 {paid}，应收 {total}，差 {difference}。</translation>
    </message>
    <message>
        <source>The payments do not add up to the total.</source>
        <translation>付款和应收对不上。</translation>
    </message>
    <message>
        <source>Lines and payments do not add up. Nothing was saved.</source>
        <translation>明细和付款对不上，没有保存。</translation>
    </message>
    <message>
        <source>The sale's number does not follow the one before. Nothing was saved.</source>
        <translation>单号与上一单接不上，没有保存。</translation>
    </message>
    <message>
        <source>A finished sale is not changed. Void it and make a new one.</source>
        <translation>已完成的消费单不能改。请作废后重开一单。</translation>
    </message>
    <message>
        <source>This appointment is paid already, with sale {number}.</source>
        <translation>这个预约已经收过款了，消费单 {number}。</translation>
    </message>
    <message>
        <source>This appointment is paid already.</source>
        <translation>这个预约已经收过款了。</translation>
    </message>
    <message>
        <source>Sale {number} is void already.</source>
        <translation>消费单 {number} 已经作废了。</translation>
    </message>
    <message>
        <source>This sale is void already.</source>
        <translation>这一单已经作废了。</translation>
    </message>
    <message>
        <source>Say why in a few words.</source>
        <translation>请简单写一下原因。</translation>
    </message>
    <message>
        <source>Say whose card it is: choose the customer first.</source>
        <translation>请先选顾客，卡要记在顾客名下。</translation>
    </message>
    <message>
        <source>This PC's clock says {now}, but a sale was made at {last}. Check the clock.</source>
        <translation>电脑时间是 {now}，但 {last} 已有一笔记录。请检查电脑时间。</translation>
    </message>
    <message>
        <source>This PC's clock seems to be slow. Check it.</source>
        <translation>电脑时间好像慢了，请检查。</translation>
    </message>
    <message>
        <source>{today} is closed already. Open the day again under Books, Day close, to go on.</source>
        <translation>{today}已日结。要继续收款，请先到「账目 · 日结」取消日结。</translation>
    </message>
    <message>
        <source>This day is closed. What is to be put right is written down today.</source>
        <translation>这天已日结，要更正的请记在今天。</translation>
    </message>
    <message>
        <source>Sale {number} of this appointment is still open. Go on with that one.</source>
        <translation>这个预约的消费单 {number} 还没结，请继续收那一单。</translation>
    </message>
    <message>
        <source>A sale of this appointment is still open. Go on with that one.</source>
        <translation>这个预约有一单还没结，请继续收那一单。</translation>
    </message>
    <message>
        <source>Sale {number} is not open any more. Look at it again.</source>
        <translation>消费单 {number} 已经结了，请重新查看。</translation>
    </message>
    <message>
        <source>This sale is not open any more. Look at it again.</source>
        <translation>这一单已经结了，请重新查看。</translation>
    </message>
    <message>
        <source>Sale {number} is to be paid later. Leave it like that, or pay it now.</source>
        <translation>消费单 {number} 已记为欠款。可以先欠着，或现在收款。</translation>
    </message>
    <message>
        <source>This sale is to be paid later already.</source>
        <translation>这一单已记为欠款。</translation>
    </message>
    <message>
        <source>A prepaid card is paid when it is sold. Take it off, or pay now.</source>
        <translation>卡要当场付清。请把卡去掉，或现在收款。</translation>
    </message>
    <message>
        <source>{paid} is paid already, and the sale comes to {total} only.</source>
        <translation>已收 {paid}，这一单只要 {total}。</translation>
    </message>
    <message>
        <source>More is paid already than the sale comes to.</source>
        <translation>已收的钱超过了这一单的应收。</translation>
    </message>
    <message>
        <source>Say what is given back.</source>
        <translation>请填写退什么。</translation>
    </message>
    <message>
        <source>No more than {amount} can be given back.</source>
        <translation>最多能退 {amount}。</translation>
    </message>
    <message>
        <source>This is more than what can still be given back.</source>
        <translation>超过了还能退的金额。</translation>
    </message>
    <message>
        <source>Say why the money does not go back the way it was paid.</source>
        <translation>请写明为什么不原路退回。</translation>
    </message>
    <message>
        <source>All of sale {number} has been given back already.</source>
        <translation>消费单 {number} 已全部退款。</translation>
    </message>
    <message>
        <source>All of this sale has been given back already.</source>
        <translation>这一单已全部退款。</translation>
    </message>
    <message>
        <source>Sale {number} cannot be refunded: it is not paid.</source>
        <translation>消费单 {number} 没有付清，不能退款。</translation>
    </message>
    <message>
        <source>Only a paid sale can be refunded.</source>
        <translation>已付清的消费单才能退款。</translation>
    </message>
    <message>
        <source>Some of this sale was given back. Void the refund first, or refund the rest.</source>
        <translation>这一单退过一部分。请先作废退款单，或把剩下的退掉。</translation>
    </message>
    <message>
        <source>Card {number} has {left} left; {amount} is asked of it.</source>
        <translation>卡 {number} 只剩 {left}，不够扣 {amount}。</translation>
    </message>
    <message>
        <source>Card {number} has paid sale {sale} since. Take that one back first.</source>
        <translation>卡 {number} 之后已用于消费单 {sale}，请先作废或退掉那一单。</translation>
    </message>
    <message>
        <source>Card {number} has {units_left} left; {units} are needed.</source>
        <translation>卡 {number} 只剩 {units_left} 次，不够扣 {units} 次。</translation>
    </message>
    <message>
        <source>There is not so much left on the card.</source>
        <translation>卡里余额不足。</translation>
    </message>
    <message>
        <source>Card {number} was taken back and pays no more.</source>
        <translation>卡 {number} 已退卡，不能再用。</translation>
    </message>
    <message>
        <source>This card was taken back and pays no more.</source>
        <translation>这张卡已退卡，不能再用。</translation>
    </message>
    <message>
        <source>Card {number} paid for this and was taken back since. Void that refund first.</source>
        <translation>这一单用卡 {number} 付过款，之后这张卡已退。请先作废那笔退卡单。</translation>
    </message>
    <message>
        <source>The card that paid for this was taken back since. Void that refund first.</source>
        <translation>付这一单的卡之后已退。请先作废那笔退卡单。</translation>
    </message>
    <message>
        <source>Card {number} has been paused since {on}.</source>
        <translation>卡 {number} 从{on}起停卡。</translation>
    </message>
    <message>
        <source>This card is paused.</source>
        <translation>这张卡已停卡。</translation>
    </message>
    <message>
        <source>Card {number} is not paused.</source>
        <translation>卡 {number} 没有停卡。</translation>
    </message>
    <message>
        <source>This card is not paused.</source>
        <translation>这张卡没有停卡。</translation>
    </message>
    <message>
        <source>Card {number} expired on {on}. It can be extended.</source>
        <translation>卡 {number} 已于{on}过期，可以延期。</translation>
    </message>
    <message>
        <source>This card has expired. It can be extended.</source>
        <translation>这张卡已过期，可以延期。</translation>
    </message>
    <message>
        <source>Card {number} has changed meanwhile. Choose it again.</source>
        <translation>卡 {number} 刚刚有变动，请重新选择。</translation>
    </message>
    <message>
        <source>This card has changed meanwhile. Choose it again.</source>
        <translation>这张卡刚刚有变动，请重新选择。</translation>
    </message>
    <message>
        <source>Pass {number} takes back whole uses only, {worth} for all of this sale.</source>
        <translation>次卡 {number} 只能按整次退，这一单全退是 {worth}。</translation>
    </message>
    <message>
        <source>A pass takes back whole uses only.</source>
        <translation>次卡只能按整次退。</translation>
    </message>
    <message>
        <source>Say what the pass is for, and how often.</source>
        <translation>请填写次卡的项目和次数。</translation>
    </message>
    <message>
        <source>{days} days cannot be. Leave it empty for no end.</source>
        <translation>有效天数不能是 {days} 天。长期有效请留空。</translation>
    </message>
    <message>
        <source>So many days cannot be. Leave it empty for no end.</source>
        <translation>有效天数不对。长期有效请留空。</translation>
    </message>
    <message>
        <source>There is a card {number} already.</source>
        <translation>卡号 {number} 已经有了。</translation>
    </message>
    <message>
        <source>There is a card with this number already.</source>
        <translation>这个卡号已经有了。</translation>
    </message>
    <message>
        <source>The card is {name}'s already.</source>
        <translation>这张卡本来就是{name}的。</translation>
    </message>
    <message>
        <source>It is this customer's card already.</source>
        <translation>这张卡本来就是这位顾客的。</translation>
    </message>
    <message>
        <source>{day} is still to come.</source>
        <translation>{day}还没到。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>这天还没到。</translation>
    </message>
    <message>
        <source>{day} is over already.</source>
        <translation>{day}已经过了。</translation>
    </message>
    <message>
        <source>This day is over already.</source>
        <translation>这天已经过了。</translation>
    </message>
    <message>
        <source>What is in the books stays as it is. Add a correction.</source>
        <translation>已入账的不能改，请加一条调整。</translation>
    </message>
    <message>
        <source>{day} was closed already, on {closed_at}.</source>
        <translation>{day}已于 {closed_at} 日结。</translation>
    </message>
    <message>
        <source>This day was closed already.</source>
        <translation>这天已经日结了。</translation>
    </message>
    <message>
        <source>{day} is not closed.</source>
        <translation>{day}还没日结。</translation>
    </message>
    <message>
        <source>This day is not closed.</source>
        <translation>这天还没日结。</translation>
    </message>
    <message>
        <source>{day} stays closed. What is to be put right is written down today.</source>
        <translation>{day}不能取消日结，要更正的请记在今天。</translation>
    </message>
    <message>
        <source>A day that is past stays closed. What is to be put right is written down today.</source>
        <translation>过去的日子不能取消日结，要更正的请记在今天。</translation>
    </message>
    <message>
        <source>{day} is still to come. Check the date.</source>
        <translation>{day}还没到，请检查日期。</translation>
    </message>
    <message>
        <source>This day is still to come. Check the date.</source>
        <translation>这天还没到，请检查日期。</translation>
    </message>
    <message>
        <source>Something was paid since you began to count. Look at the figures again.</source>
        <translation>清点期间又有收付款，请重新核对金额。</translation>
    </message>
    <message>
        <source>Count the cash in the drawer first; none is 0.</source>
        <translation>请先清点钱箱现金，没有就填 0。</translation>
    </message>
    <message>
        <source>What was counted cannot be below nothing.</source>
        <translation>实点金额不能是负数。</translation>
    </message>
    <message>
        <source>{pieces} pieces cannot be. Check the count.</source>
        <translation>张数不能是 {pieces}，请重新清点。</translation>
    </message>
    <message>
        <source>So many pieces cannot be. Check the count.</source>
        <translation>张数不对，请重新清点。</translation>
    </message>
    <message>
        <source>The pieces come to {total}, the cash counted is {paid}.</source>
        <translation>各面额合计 {total}，实点现金却是 {paid}。</translation>
    </message>
    <message>
        <source>The pieces do not come to the cash that was counted.</source>
        <translation>各面额合计与实点现金不符。</translation>
    </message>
    <message>
        <source>{amount} cannot stay in the drawer: only {paid} was counted.</source>
        <translation>不能留 {amount} 作备用金，实点只有 {paid}。</translation>
    </message>
    <message>
        <source>No more can stay in the drawer than was counted.</source>
        <translation>备用金不能多于实点现金。</translation>
    </message>
    <message>
        <source>It is {difference} apart. Say why in a few words.</source>
        <translation>相差 {difference}，请简单写一下原因。</translation>
    </message>
    <message>
        <source>This differs from the books. Say why in a few words.</source>
        <translation>与账面不符，请简单写一下原因。</translation>
    </message>
    <message>
        <source>The barcode {code} is that of “{name}” already.</source>
        <translation>条码 {code} 已用于“{name}”。</translation>
    </message>
    <message>
        <source>Another product has this barcode already.</source>
        <translation>这个条码已用于别的商品。</translation>
    </message>
    <message>
        <source>{pieces} pieces cannot be. Check the number.</source>
        <translation>数量不能是 {pieces}，请检查。</translation>
    </message>
    <message>
        <source>So many pieces cannot be. Check the number.</source>
        <translation>数量不对，请检查。</translation>
    </message>
    <message>
        <source>Only {stock} of “{name}” are there by the books. Count them first.</source>
        <translation>“{name}”账面库存只有 {stock}，请先盘点。</translation>
    </message>
    <message>
        <source>That many are not there by the books. Count them first.</source>
        <translation>账面库存不够，请先盘点。</translation>
    </message>
    <message>
        <source>Commission above 100 % cannot be: with the extra for asked-for customers this comes to {percent} %.</source>
        <translation>提成不能超过 100%：加上指定另加，已到 {percent}%。</translation>
    </message>
    <message>
        <source>Commission above 100 % cannot be.</source>
        <translation>提成不能超过 100%。</translation>
    </message>
    <message>
        <source>{amount} is more than the service costs ({worth}): commission above 100 % cannot be.</source>
        <translation>{amount} 超过了项目价格（{worth}），提成不能超过 100%。</translation>
    </message>
    <message>
        <source>This is more than the service costs.</source>
        <translation>超过了项目价格。</translation>
    </message>
    <message>
        <source>“{text}” is no percentage. Type a number like 30 or 12.5.</source>
        <translation>“{text}”不是百分比，请输入数字，如 30 或 12.5。</translation>
    </message>
    <message>
        <source>This is no percentage. Type a number like 30 or 12.5.</source>
        <translation>这不是百分比，请输入数字，如 30 或 12.5。</translation>
    </message>
    <message>
        <source>By this rule nobody earns anything. Type how much it is.</source>
        <translation>这条规则提成为零，请填写提多少。</translation>
    </message>
    <message>
        <source>Type from which amount of a month on which rate holds.</source>
        <translation>请填写当月满多少、提多少。</translation>
    </message>
    <message>
        <source>The steps go upwards: {amount} comes after one that is as much or more.</source>
        <translation>阶梯要逐档升高：{amount} 没有超过前一档。</translation>
    </message>
    <message>
        <source>The steps go upwards, each from more than the one before.</source>
        <translation>阶梯要逐档升高，每档起点都要超过前一档。</translation>
    </message>
    <message>
        <source>There is a rule for the same ({rule}) at this time. Change that one instead.</source>
        <translation>同一时间已有相同范围的规则（{rule}），请改那一条。</translation>
    </message>
    <message>
        <source>There is a rule for the same at this time already.</source>
        <translation>同一时间已有相同范围的规则。</translation>
    </message>
    <message>
        <source>“{text}” is no printer's address. Write it like 192.168.1.50.</source>
        <translation>“{text}”不是打印机地址，应像 192.168.1.50 这样填。</translation>
    </message>
    <message>
        <source>This is no printer's address. Write it like 192.168.1.50.</source>
        <translation>这不是打印机地址，应像 192.168.1.50 这样填。</translation>
    </message>
    <message>
        <source>This is too long: {most} characters are the most.</source>
        <translation>太长了，最多 {most} 个字。</translation>
    </message>
    <message>
        <source>This is too long for a receipt.</source>
        <translation>太长了，小票放不下。</translation>
    </message>
    <message>
        <source>This is too long for a code that a phone reads. A short link is best.</source>
        <translation>太长了，做成二维码手机扫不出来，最好用短链接。</translation>
    </message>
    <message>
        <source>There is no printer {printer} in this network. Check its address in Settings.</source>
        <translation>网络里找不到打印机 {printer}，请到设置里检查地址。</translation>
    </message>
    <message>
        <source>There is no such printer in this network.</source>
        <translation>网络里找不到这台打印机。</translation>
    </message>
    <message>
        <source>{printer} takes nothing. Is it the receipt printer, and is nobody else printing?</source>
        <translation>{printer} 拒绝打印。请确认它是小票打印机，并且没有别人在打印。</translation>
    </message>
    <message>
        <source>The receipt printer takes nothing.</source>
        <translation>小票打印机拒绝打印。</translation>
    </message>
    <message>
        <source>The receipt printer {printer} does not answer. Is it on, and in this network?</source>
        <translation>小票打印机 {printer} 没有响应。请确认已开机，并且在同一网络里。</translation>
    </message>
    <message>
        <source>The receipt printer does not answer. Is it on?</source>
        <translation>小票打印机没有响应，请确认已开机。</translation>
    </message>
    <message>
        <source>The receipt printer {printer} stopped listening. Look at its paper, and print again.</source>
        <translation>小票打印机 {printer} 中途断开，请检查纸张后重打。</translation>
    </message>
    <message>
        <source>The receipt printer stopped listening. Print again.</source>
        <translation>小票打印机中途断开，请重打。</translation>
    </message>
    <message>
        <source>This voucher was used on {day} by {customer}, in sale {number}.</source>
        <translation>这张券{customer}已在{day}用过，消费单 {number}。</translation>
    </message>
    <message>
        <source>This voucher was used on {day}, in sale {number}.</source>
        <translation>这张券已在{day}用过，消费单 {number}。</translation>
    </message>
    <message>
        <source>This voucher was used on {day}.</source>
        <translation>这张券已在{day}用过。</translation>
    </message>
    <message>
        <source>This voucher has been used already.</source>
        <translation>这张券已经用过了。</translation>
    </message>
    <message>
        <source>Voucher {code} was refunded: the customer has the money back.</source>
        <translation>券 {code} 已退款，钱已退给顾客。</translation>
    </message>
    <message>
        <source>This voucher was refunded: the customer has the money back.</source>
        <translation>这张券已退款，钱已退给顾客。</translation>
    </message>
    <message>
        <source>This voucher expired on {day}.</source>
        <translation>这张券已于{day}过期。</translation>
    </message>
    <message>
        <source>This voucher has expired.</source>
        <translation>这张券已过期。</translation>
    </message>
    <message>
        <source>Voucher {code} is on this sale already.</source>
        <translation>券 {code} 已经在这一单里了。</translation>
    </message>
    <message>
        <source>This voucher is on this sale already.</source>
        <translation>这张券已经在这一单里了。</translation>
    </message>
    <message>
        <source>This voucher pays a part of sale {number}, which is still open. Finish that first.</source>
        <translation>这张券付了消费单 {number} 的一部分，那一单还没结，请先收完。</translation>
    </message>
    <message>
        <source>This voucher pays a part of a sale that is still open.</source>
        <translation>这张券付了一单的一部分，那一单还没结。</translation>
    </message>
    <message>
        <source>Voucher {code} is in the books already. Match the row with it instead.</source>
        <translation>券 {code} 已经在账上，请把这一行与它对上。</translation>
    </message>
    <message>
        <source>This voucher is in the books already.</source>
        <translation>这张券已经在账上了。</translation>
    </message>
    <message>
        <source>Type or paste the voucher's code.</source>
        <translation>请输入或粘贴券码。</translation>
    </message>
    <message>
        <source>“{text}” is no voucher code. Type the digits below the QR code.</source>
        <translation>“{text}”不是券码，请输入二维码下面的数字。</translation>
    </message>
    <message>
        <source>This is no voucher code.</source>
        <translation>这不是券码。</translation>
    </message>
    <message>
        <source>“{text}” has lost digits in a spreadsheet. Copy the whole code from the platform.</source>
        <translation>“{text}”在表格里丢了几位数字，请从平台复制完整券码。</translation>
    </message>
    <message>
        <source>This code has lost digits in a spreadsheet.</source>
        <translation>这个券码在表格里丢了几位数字。</translation>
    </message>
    <message>
        <source>“{text}” hides some digits. Ask the customer for the whole code.</source>
        <translation>“{text}”隐藏了几位数字，请向顾客要完整券码。</translation>
    </message>
    <message>
        <source>This code hides some of its digits.</source>
        <translation>这个券码隐藏了几位数字。</translation>
    </message>
    <message>
        <source>Choose what was bought, or type what the customer paid.</source>
        <translation>请选择购买的套餐，或填写顾客实付。</translation>
    </message>
    <message>
        <source>Say which platform it is.</source>
        <translation>请选择平台。</translation>
    </message>
    <message>
        <source>The fees come to more than the customer pays.</source>
        <translation>各项费用合计超过了顾客实付。</translation>
    </message>
    <message>
        <source>A voucher is redeemed at the till only.</source>
        <translation>团购券只能在收款时核销。</translation>
    </message>
    <message>
        <source>The row and the voucher are of different platforms.</source>
        <translation>这一行和这张券不是同一个平台的。</translation>
    </message>
    <message>
        <source>{file} is none of the files this desk can read. Its columns: {headers}</source>
        <translation>{file} 不是能识别的文件。它的表头：{headers}</translation>
    </message>
    <message>
        <source>{file} is none of the files this desk can read.</source>
        <translation>{file} 不是能识别的文件。</translation>
    </message>
    <message>
        <source>This is none of the files this desk can read.</source>
        <translation>这不是能识别的文件。</translation>
    </message>
    <message>
        <source>{file} is not what its name says, or it is damaged. Export it again.</source>
        <translation>{file} 名不副实或已损坏，请重新导出。</translation>
    </message>
    <message>
        <source>The file is not what its name says, or it is damaged. Export it again.</source>
        <translation>文件名不副实或已损坏，请重新导出。</translation>
    </message>
    <message>
        <source>The Chinese text in {file} was lost before it came here (it reads “????”). Export it again.</source>
        <translation>{file} 里的中文早就丢了（全是“????”），请重新导出。</translation>
    </message>
    <message>
        <source>The text in this file was lost before it came here. Export it again.</source>
        <translation>文件里的文字早就丢了，请重新导出。</translation>
    </message>
    <message>
        <source>There are no rows in {file}.</source>
        <translation>{file} 里没有数据。</translation>
    </message>
    <message>
        <source>There are no rows in this file.</source>
        <translation>文件里没有数据。</translation>
    </message>
    <message>
        <source>{file} could not be read. Close it in other programs, and try again.</source>
        <translation>{file} 读不了。请在别的程序里关掉它再试。</translation>
    </message>
    <message>
        <source>The file could not be read. Close it in other programs.</source>
        <translation>文件读不了。请在别的程序里关掉它。</translation>
    </message>
    <message>
        <source>The numbers in the column “{header}” of {file} lost digits ({text}). Export the file again and do not save it from a spreadsheet.</source>
        <translation>{file} 的“{header}”列丢了位数（{text}）。请重新导出，不要用表格软件另存。</translation>
    </message>
    <message>
        <source>Long numbers in this file lost digits. Export it again; do not save it from a spreadsheet.</source>
        <translation>文件里的长号码丢了位数。请重新导出，不要用表格软件另存。</translation>
    </message>
    <message>
        <source>The file is locked with a password. Save it without one.</source>
        <translation>文件有密码。请去掉密码再存。</translation>
    </message>
    <message>
        <source>The file is too large. Export a shorter period.</source>
        <translation>文件太大了。请导出短一点的时间段。</translation>
    </message>
</context>
<context>
    <name>prepaid_means</name>
    <message>
        <source>Balance {amount}</source>
        <translation>储值 {amount}</translation>
    </message>
    <message>
        <source>Deposit {amount}</source>
        <translation>定金 {amount}</translation>
    </message>
    <message>
        <source>{n} left on passes</source>
        <translation>次卡剩 {n} 次</translation>
    </message>
    <message>
        <source>balance {amount}</source>
        <translation>储值剩 {amount}</translation>
    </message>
    <message>
        <source>Pass · {n} free</source>
        <translation>次卡 · 赠 {n} 次</translation>
    </message>
    <message>
        <source>Pass · {n} left</source>
        <translation>次卡 · 剩 {n} 次</translation>
    </message>
</context>
<context>
    <name>quick</name>
    <message>
        <source>Keep “{words}” as a note</source>
        <translation>把“{words}”记为备注</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>谁都行</translation>
    </message>
    <message>
        <source>with {worker}</source>
        <translation>由{worker}做</translation>
    </message>
    <message>
        <source>with anyone</source>
        <translation>谁做都行</translation>
    </message>
    <message>
        <source>Note: {words}</source>
        <translation>备注：{words}</translation>
    </message>
    <message>
        <source>New customer “{name}”</source>
        <translation>新顾客“{name}”</translation>
    </message>
    <message>
        <source>{month} has no day {number}. Which day is meant?</source>
        <translation>{month}没有{number}日。您指哪一天？</translation>
    </message>
    <message>
        <source>“{text}” is no date. Which day is meant?</source>
        <translation>“{text}”不是日期。您指哪一天？</translation>
    </message>
    <message>
        <source>“{text}” is no day I know. Which day is meant?</source>
        <translation>不认识“{text}”是哪一天。您指哪一天？</translation>
    </message>
    <message>
        <source>“{text}”: which day?</source>
        <translation>“{text}”：哪一天？</translation>
    </message>
    <message>
        <source>“{text}”: today or next week?</source>
        <translation>“{text}”：今天还是下周？</translation>
    </message>
    <message>
        <source>“{text}” is over. Which day is meant?</source>
        <translation>“{text}”已经过去。您指哪一天？</translation>
    </message>
    <message>
        <source>“{text}” can be read in two ways. Which day?</source>
        <translation>“{text}”有两种理解。是哪一天？</translation>
    </message>
    <message>
        <source>“{text}”: is that a day or a time?</source>
        <translation>“{text}”：是日期还是时间？</translation>
    </message>
    <message>
        <source>Two days were said: {text}. Which one?</source>
        <translation>说了两个日期：{text}。是哪一个？</translation>
    </message>
    <message>
        <source>“{text}” comes again and again: choose that below. Which is the first day?</source>
        <translation>“{text}”是重复的，请在下面选重复。第一次是哪天？</translation>
    </message>
    <message>
        <source>On which day, at {time}?</source>
        <translation>{time} 是哪一天？</translation>
    </message>
    <message>
        <source>{day} {time} is over. Which day is meant?</source>
        <translation>{day} {time} 已经过去。您指哪一天？</translation>
    </message>
    <message>
        <source>“{text}”: at what time?</source>
        <translation>“{text}”：几点？</translation>
    </message>
    <message>
        <source>“{text}”: which of the two?</source>
        <translation>“{text}”：是哪一个？</translation>
    </message>
    <message>
        <source>“{text}” is no time of day. Type another one.</source>
        <translation>“{text}”不是时间，请重新输入。</translation>
    </message>
    <message>
        <source>Two times were said: {text}. Which one?</source>
        <translation>说了两个时间：{text}。是哪一个？</translation>
    </message>
    <message>
        <source>“{text}” ends before it begins. Take only the beginning?</source>
        <translation>“{text}”的结束早于开始。只取开始时间吗？</translation>
    </message>
    <message>
        <source>“{text}” is no length: an appointment takes from 1 minute to 24 hours.</source>
        <translation>“{text}”不是有效时长：预约从 1 分钟到 24 小时。</translation>
    </message>
    <message>
        <source>Two lengths were said. Which one?</source>
        <translation>说了两个时长。是哪一个？</translation>
    </message>
    <message>
        <source>Who is “{text}”?</source>
        <translation>“{text}”是哪位？</translation>
    </message>
    <message>
        <source>Two customers were named. Who is it for?</source>
        <translation>说了两位顾客。是给谁约的？</translation>
    </message>
    <message>
        <source>No customer is called “{text}”.</source>
        <translation>没有叫“{text}”的顾客。</translation>
    </message>
    <message>
        <source>Several services fit “{text}”. Which one?</source>
        <translation>有几个项目符合“{text}”。是哪一个？</translation>
    </message>
    <message>
        <source>No service is called “{text}”. Is one of these meant?</source>
        <translation>没有叫“{text}”的项目。是下面哪一个？</translation>
    </message>
    <message>
        <source>Nobody on the team is called “{text}”. Who is meant?</source>
        <translation>员工里没有叫“{text}”的。您指谁？</translation>
    </message>
    <message>
        <source>“{text}”: who does it then?</source>
        <translation>“{text}”：那由谁做？</translation>
    </message>
    <message>
        <source>Several of the team were named. Who does it?</source>
        <translation>说了几位员工。由谁做？</translation>
    </message>
    <message>
        <source>“{text}” is on the team, and a customer too. Who is meant?</source>
        <translation>“{text}”既是员工也是顾客。您指哪位？</translation>
    </message>
    <message>
        <source>{worker} does not do {service}. Who does it?</source>
        <translation>{worker}不做{service}。由谁做？</translation>
    </message>
    <message>
        <source>“{text}” was read as {time}: you are open then.</source>
        <translation>“{text}”按营业时间理解为 {time}。</translation>
    </message>
    <message>
        <source>No day was said: read as today.</source>
        <translation>没说哪天，按今天理解。</translation>
    </message>
    <message>
        <source>“{text}” was read as the one of next week.</source>
        <translation>“{text}”理解为下周的。</translation>
    </message>
    <message>
        <source>“{text}” was read as the one of next month.</source>
        <translation>“{text}”理解为下个月的。</translation>
    </message>
    <message>
        <source>“{text}” was read as the one of next year.</source>
        <translation>“{text}”理解为明年的。</translation>
    </message>
    <message>
        <source>“{text}” was read as {time}.</source>
        <translation>“{text}”理解为 {time}。</translation>
    </message>
</context>
<context>
    <name>receipts</name>
    <message>
        <source>Say in Settings, Receipts, where the receipt printer is: the drawer hangs on it.</source>
        <translation>钱箱接在小票打印机上，请先到“设置”的“小票”里填打印机地址。</translation>
    </message>
    <message>
        <source>Receipt {number} is at the printer.</source>
        <translation>小票 {number} 已送到打印机。</translation>
    </message>
    <message>
        <source>The test print is at the printer.</source>
        <translation>测试小票已送到打印机。</translation>
    </message>
    <message>
        <source>Another way…</source>
        <translation>换个方式…</translation>
    </message>
</context>
<context>
    <name>reminders</name>
    <message>
        <source>Hello {name}, this is {shop}. We come to you {day} at {time}: {service}, with {worker}. Address: {address}. If that does not suit you, please tell us in time.</source>
        <translation>{name}您好，这里是{shop}。我们{day}{time}上门为您做{service}，由{worker}服务，地址：{address}。如需改时间请提前告诉我们。</translation>
    </message>
    <message>
        <source>Hello {name}, this is {shop}. We look forward to seeing you {day} at {time}: {service}, with {worker}. If you cannot come, please tell us in time.</source>
        <translation>{name}您好，这里是{shop}。您约了{day}{time}的{service}，由{worker}为您服务，期待您的到来。如果来不了，请提前告诉我们。</translation>
    </message>
</context>
<context>
    <name>repeats</name>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>{every}, {number} times</source>
        <translation>{every}，共 {number} 次</translation>
    </message>
    <message>
        <source>{every}, until {day}</source>
        <translation>{every}，到{day}为止</translation>
    </message>
    <message>
        <source>{every}, or the last day of a shorter month</source>
        <translation>{every}，小月取最后一天</translation>
    </message>
    <message>
        <source>on the {day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>on the {nth} {weekday}</source>
        <translation>{nth}{weekday}</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>every {number} days</source>
        <translation>每 {number} 天</translation>
    </message>
    <message>
        <source>every week on {days}</source>
        <translation>每周{days}</translation>
    </message>
    <message>
        <source>every {number} weeks on {days}</source>
        <translation>每 {number} 周的{days}</translation>
    </message>
    <message>
        <source>every year on {day}</source>
        <translation>每年{day}</translation>
    </message>
    <message>
        <source>every {number} years on {day}</source>
        <translation>每 {number} 年的{day}</translation>
    </message>
    <message>
        <source>every month on the {day}</source>
        <translation>每月{day}</translation>
    </message>
    <message>
        <source>every {number} months on the {day}</source>
        <translation>每 {number} 个月的{day}</translation>
    </message>
    <message>
        <source>every month on the {nth} {weekday}</source>
        <translation>每月{nth}{weekday}</translation>
    </message>
    <message>
        <source>every {number} months on the {nth} {weekday}</source>
        <translation>每 {number} 个月的{nth}{weekday}</translation>
    </message>
    <message>
        <source>every month on the last day</source>
        <translation>每月最后一天</translation>
    </message>
    <message>
        <source>by a rule of its own</source>
        <translation>按自定义规律</translation>
    </message>
    <message>
        <source>first</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>third</source>
        <translation>第三个</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>第四个</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最后一个</translation>
    </message>
</context>
<context>
    <name>safekeeping</name>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Backed up · {when}</source>
        <translation>已备份 · {when}</translation>
    </message>
</context>
<context>
    <name>sale_parts</name>
    <message>
        <source>Open card</source>
        <translation>看顾客卡</translation>
    </message>
    <message>
        <source>Open card {name}</source>
        <translation>看{name}的顾客卡</translation>
    </message>
</context>
<context>
    <name>sales_table</name>
    <message>
        <source>Sale</source>
        <translation>消费单</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What brought them</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>To pay later</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Passing customer</source>
        <translation>散客</translation>
    </message>
    <message>
        <source>of {number}</source>
        <translation>原单 {number}</translation>
    </message>
    <message>
        <source>{amount} to pay</source>
        <translation>待收 {amount}</translation>
    </message>
    <message>
        <source>{amount} given back</source>
        <translation>已退 {amount}</translation>
    </message>
</context>
<context>
    <name>series</name>
    <message>
        <source>{every} · {number} of {count}</source>
        <translation>{every} · 第 {number} / {count} 次</translation>
    </message>
    <message>
        <source>moved by hand</source>
        <translation>单独改过</translation>
    </message>
    <message>
        <source>{worker} has {customer} ({service}), {time}</source>
        <translation>{worker}要接待{customer}（{service}），{time}</translation>
    </message>
    <message>
        <source>{worker} does not work then</source>
        <translation>{worker}那时不上班</translation>
    </message>
    <message>
        <source>no room or chair is free then</source>
        <translation>那时没有空位</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>{kind} “{title}”</source>
        <translation>{kind}「{title}」</translation>
    </message>
    <message>
        <source>Doesn't remember</source>
        <translation>不记得了</translation>
    </message>
    <message>
        <source>{kind}, not known which</source>
        <translation>{kind}（不知道哪条）</translation>
    </message>
    <message>
        <source>Say the code word {code} when you come in, and we know “{title}” brought you.</source>
        <translation>到店报口令 {code}，我们就知道是「{title}」带您来的。</translation>
    </message>
    <message>
        <source>Say the code word in the stream; a customer who names it is logged to this one.</source>
        <translation>在直播里说出口令，顾客到店报出即记到这场</translation>
    </message>
    <message>
        <source>Write the code word in the post; a customer who names it is logged to this one.</source>
        <translation>在笔记里写上口令，顾客到店报出即记到这篇</translation>
    </message>
    <message>
        <source>Say the code word in the video; a customer who names it is logged to this one.</source>
        <translation>在视频里说出口令，顾客到店报出即记到这条</translation>
    </message>
</context>
<context>
    <name>team_words</name>
    <message>
        <source>Now and for good</source>
        <translation>现在起长期</translation>
    </message>
    <message>
        <source>Now, until {day}</source>
        <translation>现在到{day}</translation>
    </message>
    <message>
        <source>From {day} on</source>
        <translation>从{day}起</translation>
    </message>
    <message>
        <source>{number} days</source>
        <translation>{number} 天</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>到{day}为止</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
</context>
<context>
    <name>till</name>
    <message>
        <source>known already: {evidence}</source>
        <translation>已记下：{evidence}</translation>
    </message>
</context>
<context>
    <name>vouchers</name>
    <message>
        <source>{platform} voucher</source>
        <translation>{platform}团购券</translation>
    </message>
    <message>
        <source>platform fee {amount}</source>
        <translation>平台服务费 {amount}</translation>
    </message>
    <message>
        <source>influencer {amount}</source>
        <translation>达人佣金 {amount}</translation>
    </message>
    <message>
        <source>staff incentive {amount}</source>
        <translation>员工激励 {amount}</translation>
    </message>
    <message>
        <source>pays out {amount}</source>
        <translation>平台应付 {amount}</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>核销时间</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>团购券</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>消费单</translation>
    </message>
    <message>
        <source>Customer paid</source>
        <translation>顾客实付</translation>
    </message>
    <message>
        <source>Pays out</source>
        <translation>平台应付</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>已结算</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>券码</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>门市价</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>of {price}</source>
        <translation>门市价 {price}</translation>
    </message>
    <message>
        <source>Not paid out yet</source>
        <translation>未结算</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>有差额</translation>
    </message>
    <message>
        <source>Difference accepted</source>
        <translation>差额已接受</translation>
    </message>
    <message>
        <source>Nothing to pay out</source>
        <translation>无需结算</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>退款扣回</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>平台补偿</translation>
    </message>
</context>
<context>
    <name>waiting</name>
    <message>
        <source>from {time} on</source>
        <translation>{time} 以后</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time} 以前</translation>
    </message>
</context>
<context>
    <name>ways</name>
    <message>
        <source>Prepaid cards</source>
        <translation>预付卡</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>新预约</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>到店登记</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>候补名单</translation>
    </message>
    <message>
        <source>Tomorrow's reminders</source>
        <translation>明天的提醒</translation>
    </message>
    <message>
        <source>Print or PDF…</source>
        <translation>打印或存为 PDF…</translation>
    </message>
    <message>
        <source>Calendar file (.ics)…</source>
        <translation>日历文件（.ics）…</translation>
    </message>
    <message>
        <source>Day close</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Month file for the accountant…</source>
        <translation>会计月报…</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>弹开钱箱</translation>
    </message>
    <message>
        <source>A worked month: 60 sales, reckoned by hand</source>
        <translation>一个月的示范账：60 单，逐笔手算</translation>
    </message>
    <message>
        <source>Day, week, month</source>
        <translation>日、周、月</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Jump to a date</source>
        <translation>跳到某天</translation>
    </message>
    <message>
        <source>Back and forward</source>
        <translation>前后翻</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Walk over the board</source>
        <translation>在日程板上移动</translation>
    </message>
    <message>
        <source>Open a card, or book the free time</source>
        <translation>打开预约，或约这个空档</translation>
    </message>
    <message>
        <source>Book a longer time</source>
        <translation>多选一段时间</translation>
    </message>
    <message>
        <source>Move the card</source>
        <translation>移动卡片</translation>
    </message>
    <message>
        <source>Make it longer or shorter</source>
        <translation>加长或缩短</translation>
    </message>
    <message>
        <source>Let go while dragging</source>
        <translation>拖动时放弃</translation>
    </message>
    <message>
        <source>Take an answer of the quick line</source>
        <translation>选快速输入的答案</translation>
    </message>
    <message>
        <source>Copy a reminder and tick it</source>
        <translation>复制提醒并勾选</translation>
    </message>
    <message>
        <source>On the board</source>
        <translation>日程板上</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Short video</source>
        <translation>短视频</translation>
    </message>
    <message>
        <source>Live stream</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Grass post</source>
        <translation>种草笔记</translation>
    </message>
    <message>
        <source>Search / map</source>
        <translation>搜索/地图</translation>
    </message>
    <message>
        <source>Platform shelf</source>
        <translation>平台货架</translation>
    </message>
    <message>
        <source>Scan in shop</source>
        <translation>店内扫码</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>老客介绍</translation>
    </message>
    <message>
        <source>Passing by</source>
        <translation>路过</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Returning</source>
        <translation>老客回头</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation>抖音</translation>
    </message>
    <message>
        <source>Xiaohongshu</source>
        <translation>小红书</translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation>快手</translation>
    </message>
    <message>
        <source>WeChat Channels</source>
        <translation>视频号</translation>
    </message>
    <message>
        <source>Meituan</source>
        <translation>美团</translation>
    </message>
    <message>
        <source>Dianping</source>
        <translation>大众点评</translation>
    </message>
    <message>
        <source>Other platform</source>
        <translation>其他平台</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>Group-buy voucher</source>
        <translation>团购券</translation>
    </message>
    <message>
        <source>Balance card</source>
        <translation>储值卡</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Add-on</source>
        <translation>加项</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Prepaid card</source>
        <translation>预付卡</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>小费</translation>
    </message>
    <message>
        <source>Free line</source>
        <translation>手写项目</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到店</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已收款</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>未核销</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Chinese yuan</source>
        <translation>人民币</translation>
    </message>
    <message>
        <source>Hong Kong dollar</source>
        <translation>港币</translation>
    </message>
    <message>
        <source>New Taiwan dollar</source>
        <translation>新台币</translation>
    </message>
    <message>
        <source>Singapore dollar</source>
        <translation>新加坡元</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>欧元</translation>
    </message>
    <message>
        <source>Pound sterling</source>
        <translation>英镑</translation>
    </message>
    <message>
        <source>Japanese yen</source>
        <translation>日元</translation>
    </message>
    <message>
        <source>South Korean won</source>
        <translation>韩元</translation>
    </message>
    <message>
        <source>Vietnamese dong</source>
        <translation>越南盾</translation>
    </message>
    <message>
        <source>Malaysian ringgit</source>
        <translation>马来西亚林吉特</translation>
    </message>
    <message>
        <source>Thai baht</source>
        <translation>泰铢</translation>
    </message>
    <message>
        <source>Australian dollar</source>
        <translation>澳元</translation>
    </message>
    <message>
        <source>Canadian dollar</source>
        <translation>加元</translation>
    </message>
    <message>
        <source>Nails and lashes</source>
        <translation>美甲美睫</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>美发</translation>
    </message>
    <message>
        <source>Beauty and massage</source>
        <translation>美容按摩</translation>
    </message>
    <message>
        <source>Fitness</source>
        <translation>健身</translation>
    </message>
    <message>
        <source>Pet care</source>
        <translation>宠物</translation>
    </message>
    <message>
        <source>Housekeeping</source>
        <translation>家政</translation>
    </message>
    <message>
        <source>Home repair</source>
        <translation>上门维修</translation>
    </message>
    <message>
        <source>Private dining</source>
        <translation>私房菜</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>团购券</translation>
    </message>
    <message>
        <source>Code word</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>Booking note</source>
        <translation>预约留言</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>问到的</translation>
    </message>
    <message>
        <source>Inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店长</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>投流</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Making</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Other cost</source>
        <translation>其他花费</translation>
    </message>
    <message>
        <source>Difference accepted</source>
        <translation>接受差额</translation>
    </message>
    <message>
        <source>New voucher offer</source>
        <translation>新增团购套餐</translation>
    </message>
    <message>
        <source>Voucher offer withdrawn</source>
        <translation>停用团购套餐</translation>
    </message>
    <message>
        <source>Changed voucher offer</source>
        <translation>修改团购套餐</translation>
    </message>
    <message>
        <source>Payout matched</source>
        <translation>结算对上券</translation>
    </message>
    <message>
        <source>This shop on the platforms</source>
        <translation>本店在平台上的名称</translation>
    </message>
    <message>
        <source>Voucher offer brought back</source>
        <translation>重新启用团购套餐</translation>
    </message>
    <message>
        <source>Payout unmatched</source>
        <translation>取消结算匹配</translation>
    </message>
    <message>
        <source>Voucher taken back</source>
        <translation>撤销团购券</translation>
    </message>
    <message>
        <source>Payout written down as a sale</source>
        <translation>结算补记为消费单</translation>
    </message>
    <message>
        <source>Put on the waiting list</source>
        <translation>加入候补</translation>
    </message>
    <message>
        <source>Booked series</source>
        <translation>固定预约</translation>
    </message>
    <message>
        <source>Booking from the waiting list</source>
        <translation>候补转预约</translation>
    </message>
    <message>
        <source>Cancelled series</source>
        <translation>取消固定预约</translation>
    </message>
    <message>
        <source>Changed series</source>
        <translation>修改固定预约</translation>
    </message>
    <message>
        <source>Changed wish on the waiting list</source>
        <translation>修改候补</translation>
    </message>
    <message>
        <source>Reminder sent</source>
        <translation>已发提醒</translation>
    </message>
    <message>
        <source>Moved series</source>
        <translation>固定预约改期</translation>
    </message>
    <message>
        <source>Reminder not sent after all</source>
        <translation>取消提醒勾选</translation>
    </message>
    <message>
        <source>Taken off the waiting list</source>
        <translation>移出候补</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>新增渠道</translation>
    </message>
    <message>
        <source>New closed day</source>
        <translation>新增休息日</translation>
    </message>
    <message>
        <source>Cost of a content</source>
        <translation>内容花费</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新顾客</translation>
    </message>
    <message>
        <source>New room or chair</source>
        <translation>新房间或座位</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>新增项目</translation>
    </message>
    <message>
        <source>Time off</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Views of a content</source>
        <translation>内容播放数据</translation>
    </message>
    <message>
        <source>New worker</source>
        <translation>新增员工</translation>
    </message>
    <message>
        <source>Archived content</source>
        <translation>归档内容</translation>
    </message>
    <message>
        <source>Archived customer</source>
        <translation>归档顾客</translation>
    </message>
    <message>
        <source>Room or chair given up</source>
        <translation>停用房间或座位</translation>
    </message>
    <message>
        <source>Archived service</source>
        <translation>停售项目</translation>
    </message>
    <message>
        <source>Archived worker</source>
        <translation>员工离店</translation>
    </message>
    <message>
        <source>New card type</source>
        <translation>新增卡种</translation>
    </message>
    <message>
        <source>Card type given up</source>
        <translation>停售卡种</translation>
    </message>
    <message>
        <source>Card corrected</source>
        <translation>调整卡内余额</translation>
    </message>
    <message>
        <source>Changed card type</source>
        <translation>修改卡种</translation>
    </message>
    <message>
        <source>Card's last day changed</source>
        <translation>卡延期</translation>
    </message>
    <message>
        <source>Card taken over</source>
        <translation>补录旧卡</translation>
    </message>
    <message>
        <source>Card paused</source>
        <translation>停卡</translation>
    </message>
    <message>
        <source>Card type taken back</source>
        <translation>恢复卡种</translation>
    </message>
    <message>
        <source>Card goes on</source>
        <translation>恢复用卡</translation>
    </message>
    <message>
        <source>Card given to another</source>
        <translation>转让卡</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新增商品</translation>
    </message>
    <message>
        <source>Product given up</source>
        <translation>停售商品</translation>
    </message>
    <message>
        <source>Day close</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Stock counted</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Changed product</source>
        <translation>修改商品</translation>
    </message>
    <message>
        <source>Money put into the drawer</source>
        <translation>存入钱箱</translation>
    </message>
    <message>
        <source>Money taken out of the drawer</source>
        <translation>从钱箱取出</translation>
    </message>
    <message>
        <source>Day opened again</source>
        <translation>取消日结</translation>
    </message>
    <message>
        <source>Product taken back</source>
        <translation>恢复商品</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Stock taken in</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>Stock taken out</source>
        <translation>出库</translation>
    </message>
    <message>
        <source>Struck out at the drawer</source>
        <translation>作废钱箱记录</translation>
    </message>
    <message>
        <source>New rule of commission</source>
        <translation>新增提成规则</translation>
    </message>
    <message>
        <source>Rule of commission given up</source>
        <translation>停用提成规则</translation>
    </message>
    <message>
        <source>Changed rule of commission</source>
        <translation>修改提成规则</translation>
    </message>
    <message>
        <source>Rule of commission taken back</source>
        <translation>重新启用提成规则</translation>
    </message>
    <message>
        <source>Base pay</source>
        <translation>设置底薪</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Cancelled appointment</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Confirmed appointment</source>
        <translation>确认预约</translation>
    </message>
    <message>
        <source>Changed appointment</source>
        <translation>修改预约</translation>
    </message>
    <message>
        <source>Changed content</source>
        <translation>修改内容</translation>
    </message>
    <message>
        <source>Changed customer</source>
        <translation>修改顾客</translation>
    </message>
    <message>
        <source>Changed service</source>
        <translation>修改项目</translation>
    </message>
    <message>
        <source>Changed shop</source>
        <translation>修改店铺</translation>
    </message>
    <message>
        <source>Changed worker</source>
        <translation>修改员工</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Logged content</source>
        <translation>记内容</translation>
    </message>
    <message>
        <source>Moved appointment</source>
        <translation>移动预约</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意授权</translation>
    </message>
    <message>
        <source>Removed closed day</source>
        <translation>取消休息日</translation>
    </message>
    <message>
        <source>Removed time off</source>
        <translation>销假</translation>
    </message>
    <message>
        <source>Appointment taken up again</source>
        <translation>恢复预约</translation>
    </message>
    <message>
        <source>Changed length</source>
        <translation>修改时长</translation>
    </message>
    <message>
        <source>Sale put aside</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Sale to be paid later</source>
        <translation>记欠款</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>发票号码</translation>
    </message>
    <message>
        <source>Rounding at the till</source>
        <translation>收款抹零</translation>
    </message>
    <message>
        <source>Choice of holidays</source>
        <translation>选择节假日</translation>
    </message>
    <message>
        <source>Usual hours again</source>
        <translation>恢复平时的班</translation>
    </message>
    <message>
        <source>Changed room or chair</source>
        <translation>修改房间或座位</translation>
    </message>
    <message>
        <source>End of repeated time off</source>
        <translation>结束重复请假</translation>
    </message>
    <message>
        <source>Removed holidays</source>
        <translation>去掉节假日</translation>
    </message>
    <message>
        <source>Loaded holidays</source>
        <translation>载入节假日</translation>
    </message>
    <message>
        <source>Room or chair taken back</source>
        <translation>重新启用房间或座位</translation>
    </message>
    <message>
        <source>Service taken back</source>
        <translation>恢复项目</translation>
    </message>
    <message>
        <source>Worker taken back</source>
        <translation>员工回店</translation>
    </message>
    <message>
        <source>Sample shop</source>
        <translation>示例店</translation>
    </message>
    <message>
        <source>Source of a customer</source>
        <translation>顾客来源</translation>
    </message>
    <message>
        <source>Booking rules</source>
        <translation>预约规则</translation>
    </message>
    <message>
        <source>Hours of a date</source>
        <translation>某天的班次</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票设置</translation>
    </message>
    <message>
        <source>What a worker does</source>
        <translation>员工会做的项目</translation>
    </message>
    <message>
        <source>New shop</source>
        <translation>新建店铺</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Time off taken back once</source>
        <translation>取消一次请假</translation>
    </message>
    <message>
        <source>Voided sale</source>
        <translation>作废消费单</translation>
    </message>
    <message>
        <source>Withdrawn consent</source>
        <translation>撤回同意</translation>
    </message>
</context>
</TS>
