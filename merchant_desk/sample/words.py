"""The invented words of the sample shop: names, services, titles, notes. None of them means anybody."""

from __future__ import annotations

from typing import Final, NamedTuple

SHOP_NAME: Final = "小满美甲"

SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
GIVEN: Final = (
    "悦静敏婷佳雪倩晓好愿欣怡雨晨琳娜莉芳丽红梅兰英洁颖慧玲燕霞萍蕾薇菲萌瑶璐琪琴琼珊珍秀芸茜荷莹菊青宁"
    "安然若彤可心思语诗涵子萱梓依诺一诺紫楠嘉禾书瑜清欢知夏初夏沐阳星月暖阳小棠念真如意"
)
LATIN_NAMES: Final = ("Amy", "Coco", "Luna", "Vivi", "Nana", "Joy", "Yoyo", "Kiki", "Lily", "Mia")
WORKER_NAMES: Final = ("小雨", "阿琳", "Momo")
WORKER_GIVEN: Final = "雪月云晴岚朵棠棉禾麦豆糖柚桃杏梨茶竹枫霜露星辰夏秋冬春"

CUSTOMER_NOTES: Final = (
    "对胶水过敏",
    "甲面偏薄，少打磨",
    "喜欢裸色系",
    "只做短甲",
    "怕痛，轻一点",
    "带小朋友来",
    "赶时间，准时开始",
    "喜欢安静",
    "睫毛偏软",
    "只约周末",
)
BOOKING_NOTES: Final = ("带图来", "两个人一起", "可能晚到十分钟", "要换款式", "想做同款", "先卸再做")
CANCEL_REASONS: Final = ("临时有事", "加班", "身体不舒服", "改约", "天气不好")
SHOP_CANCEL_REASONS: Final = ("员工请假", "设备维修")
VOID_REASONS: Final = ("重复开单", "选错顾客", "价格输错", "顾客改做别的项目")
LEAVE_REASONS: Final = ("年假", "病假", "回老家")


class ServiceWords(NamedTuple):
    """One line of the price list: minutes, minor units, how often it is asked for as main and as extra."""

    name: str
    category: str
    minutes: int
    after: int
    price: int
    material_cost: int
    main: float
    extra: float


SERVICES: Final = (
    ServiceWords("单色美甲", "美甲", 60, 0, 128_00, 12_00, 22, 0),
    ServiceWords("法式美甲", "美甲", 75, 0, 198_00, 18_00, 15, 0),
    ServiceWords("猫眼美甲", "美甲", 75, 0, 188_00, 20_00, 14, 0),
    ServiceWords("手绘彩绘", "美甲", 90, 0, 268_00, 22_00, 6, 0),
    ServiceWords("甲片延长", "美甲", 90, 0, 298_00, 38_00, 6, 0),
    ServiceWords("卸甲", "美甲", 30, 0, 38_00, 4_00, 2, 14),
    ServiceWords("局部彩绘", "美甲", 30, 0, 68_00, 6_00, 0, 8),
    ServiceWords("手部护理", "护理", 45, 0, 68_00, 8_00, 3, 8),
    ServiceWords("足部护理", "护理", 60, 0, 138_00, 14_00, 4, 0),
    ServiceWords("足部美甲", "美甲", 75, 0, 178_00, 15_00, 5, 0),
    ServiceWords("日式美睫", "美睫", 90, 5, 238_00, 26_00, 12, 0),
    ServiceWords("睫毛补接", "美睫", 60, 5, 128_00, 14_00, 6, 0),
    ServiceWords("角蛋白翘睫", "美睫", 60, 5, 168_00, 20_00, 6, 0),
    ServiceWords("眉形设计", "美睫", 30, 0, 88_00, 6_00, 2, 4),
)
CATEGORIES: Final = ("美甲", "护理", "美睫")
# What kind of chair the services of a category need; care is given wherever there is room.
PLACE_KINDS: Final = {"美甲": "美甲台", "美睫": "美睫床"}
WAITING_NOTE: Final = "有空档随时叫我"

PRODUCTS: Final = (("指缘油", 39_00, 14_00), ("护手霜", 49_00, 18_00), ("睫毛雨衣", 59_00, 21_00))

# Balance cards: name, price, bonus. The pass: name, service, units, price.
BALANCES: Final = (("储值 1000 送 100", 1000_00, 100_00), ("储值 2000 送 300", 2000_00, 300_00))
PASS: Final = ("单色美甲十次卡", "单色美甲", 10, 1080_00)
OFFERS: Final = (("douyin", "法式美甲"), ("douyin", "单色美甲"), ("meituan", "日式美睫"))
SHORT_REASON: Final = "找零少了两元，没查出来"

MONTH_WORDS: Final = (
    "新年",
    "春节",
    "开春",
    "春日",
    "初夏",
    "夏日",
    "盛夏",
    "晚夏",
    "秋日",
    "国庆",
    "入冬",
    "圣诞",
)
VIDEO_TITLES: Final = (
    "{month}显白的 {n} 个色",
    "{n} 分钟看懂{service}",
    "{service}翻车现场",
    "老板娘的一天",
    "{month}最火的{service}",
    "短甲也能做{service}",
    "{service}能撑几周",
    "黄皮闭眼入的{service}",
    "第 {n} 位顾客的反应",
    "店里最难的一单",
    "{worker}教你在家护甲",
    "{service}前后对比",
)
LIVE_TITLES: Final = (
    "{weekday}晚 8 点直播",
    "{month}专场直播",
    "闺蜜双人专场",
    "{service}专场",
    "{worker}在线选款",
    "会员日直播",
)
POST_TITLES: Final = (
    "{month}{service}合集",
    "{service}避雷指南",
    "通勤{service}图鉴",
    "{month}手机壳同款",
    "新娘{service}记录",
    "{n} 款不挑手的{service}",
    "显手长的{service}",
    "{worker}的{month}作品",
)
INFLUENCERS: Final = ("阿柚探店", "城南小日子", "今天也要好看", "小糖逛街", "周末去哪玩")
WEEKDAYS: Final = "一二三四五六日"
