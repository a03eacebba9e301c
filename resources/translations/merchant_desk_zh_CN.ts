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
    <name>BooksPage</name>
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
        <source>Period</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Number, customer, service, worker</source>
        <translation>单号、顾客、项目、员工</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>账目</translation>
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
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Passing customer</source>
        <translation>散客</translation>
    </message>
    <message>
        <source>Show all again instead of {filter}</source>
        <translation>取消筛选“{filter}”，显示全部</translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n 单</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n void</source>
        <translation>
            <numerusform>%n 单作废</numerusform></translation>
    </message>
    <message>
        <source>Only the newest {n} are listed and counted.</source>
        <translation>只列出并统计最近 {n} 单。</translation>
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
        <source>Services</source>
        <translation>项目</translation>
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
        <source>To pay</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>收款完成</translation>
    </message>
    <message>
        <source>known already: {evidence}</source>
        <translation>已知：{evidence}</translation>
    </message>
    <message>
        <source>To pay · {amount} not paid yet</source>
        <translation>应收 · 还差 {amount}</translation>
    </message>
    <message>
        <source>To pay · {amount} too much</source>
        <translation>应收 · 多了 {amount}</translation>
    </message>
    <message>
        <source>Choose how {amount} is paid.</source>
        <translation>选一下 {amount} 怎么付。</translation>
    </message>
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
        <translation>打折（减百分之）</translation>
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
        <source>{n} × {price} = {amount}</source>
        <translation>{n} × {price} = {amount}</translation>
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
    <name>MonthView</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>The public holidays of {year} are not yet announced.</source>
        <translation>{year} 年的法定节假日尚未公布。</translation>
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
    <name>PaymentRow</name>
    <message>
        <source>Amount by {method}</source>
        <translation>{method}金额</translation>
    </message>
    <message>
        <source>Take {method} out</source>
        <translation>去掉{method}</translation>
    </message>
</context>
<context>
    <name>PaymentsBox</name>
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
        <source>Sale {number}</source>
        <translation>消费单 {number}</translation>
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
        <source>This sale is void</source>
        <translation>这一单已作废</translation>
    </message>
    <message>
        <source>Taken back with Undo.</source>
        <translation>用撤销收回。</translation>
    </message>
    <message>
        <source>Passing customer</source>
        <translation>散客</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>看顾客</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>项目</translation>
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
        <source>discount {amount}</source>
        <translation>优惠 {amount}</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
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
        <source>What brought them</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Nothing was said at this sale.</source>
        <translation>这一单没有记来源。</translation>
    </message>
    <message>
        <source>Sale {number} is void</source>
        <translation>消费单 {number} 已作废</translation>
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
        <source>{service} {price}</source>
        <translation>{service} {price}</translation>
    </message>
    <message>
        <source>No service is called that.</source>
        <translation>没有叫这个名字的项目。</translation>
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
        <source>This voucher has been used already.</source>
        <translation>这张券已经用过了。</translation>
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
