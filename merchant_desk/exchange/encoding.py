"""From bytes to text: which encoding a file was saved in, and whether its text was broken before."""

from __future__ import annotations

import codecs
import re

from merchant_desk.core.errors import DeskError

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED = ("utf-8", "gb18030", "big5", "cp1252")
_SAMPLE = 1 << 18

# Characters that everyday tables are full of; the wrong reading of Chinese bytes gives rare ones.
_SIMPLIFIED = (
    "的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家"
    "十用发天如然作方成者多日都三小二无同么经法当起与好看学进种将还分此心前面又定见只主没公从四五六七八九百千万元月号"
    "美甲店顾客户会员姓名手机电话性别男女备注来源朋友介绍路过大众点评抖音红书直播视频图文预约项目服务价格金额订单编核销"
    "时间门店商品类型状态渠道用实付应得平台费率佣金达职播放量点赞评论分享收藏作品标题发布体裁审通封面均长主页访粉丝增"
    "已退款撤销券码售卖支收入员工备忘喜欢靠窗怕疼对胶水过敏重复登记护理睫毛发型剪染烫洗宠物家政维修私厨健身按摩"
    "陈王李张刘黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔"
    "谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵钱严武莫孔向汤温康施牛洪伟芳娜敏静丽强磊"
    "洋艳勇军杰娟涛明超秀霞平刚桂英华玉兰红梅玲燕萍雪倩颖薇琳悦欣佳莹岚妍桐萌琪茜楠婷璐蕾晓"
)
_TRADITIONAL = (
    "這為來個們說國時會後對過發當還進種將經學無與長門見東車馬風電話號碼備註顧戶員別項務價額訂單編類狀態實應臺費題"
    "點評論藏審圖書視頻播約護睫髮寵維廚劉黃趙吳孫羅鄭謝許鄧馮韓蕭葉蔣蘇呂沈盧鐘薑譚範陸賈韋鄒閻龍陶賀錢嚴湯陳張"
    "莊簡賴詹游曾喜歡靠窗怕痛朋友介紹路過美容店銷時間"
)
_LATIN = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜŒ€£©®°·–—‘’“”…½²¿¡ªº«»"
_COMMON = frozenset(_SIMPLIFIED + _TRADITIONAL + "，。、：；！？（）【】《》“”‘’—…·￥％～　")
_COMMON_LATIN = frozenset(_LATIN)
# What a lost character leaves behind: question marks, the replacement character, and that one read as GBK.
_BROKEN = re.compile(r"\?{2,}|\ufffd+|(?:锟斤拷?)+")
_HIGH = re.compile(r"[^\x00-\x7f]")


def decode(data: bytes) -> str:
    """The text of a file's bytes, whatever encoding it was saved in; a byte order mark is left out.

    Raises DeskError "not_what_its_name_says" (facts: found) for bytes that are no text, and
    "broken_text" where no encoding gives readable text.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data[:_SAMPLE]:
        return _strictly(data, _wide_encoding(data[:_SAMPLE]))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_likeliest(data[:_SAMPLE]), errors="replace")


def has_lost_characters(text: str) -> bool:
    """Whether some of `text` shows what lost characters leave behind: "????", the replacement character."""
    return bool(_BROKEN.search(text))


def is_lost(text: str) -> bool:
    """Whether `text` is nothing but what lost characters leave behind; "really??" still says something."""
    return has_lost_characters(text) and not any(char.isalpha() for char in _BROKEN.sub("", text))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DeskError("broken_text") from error


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 without its mark shows in where the zero bytes of commas and digits stand."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 10 > max(even, odd):
        raise DeskError("not_what_its_name_says", found="unknown")
    return "utf-16-le" if odd > even else "utf-16-be"


def _likeliest(sample: bytes) -> str:
    best, encoding = max((_readable(sample, name), name) for name in _GUESSED)
    if best < 0.2:
        raise DeskError("broken_text")
    return encoding


def _readable(sample: bytes, encoding: str) -> float:
    """How much of the text beyond ASCII is what people write, 0 to 1, less what could not be read."""
    text = sample.decode(encoding, errors="replace")
    high = [match.start() for match in _HIGH.finditer(text)]
    if not high:
        return 0.0
    if encoding == "cp1252":
        good = sum(text[at] in _COMMON_LATIN and _beside_ascii(text, at) for at in high)
    else:
        good = sum(text[at] in _COMMON for at in high)
    # One byte cut at the sample's end is no fault of the encoding.
    lost = max(0, text.count("\ufffd") - 1)
    return (good - 4 * lost) / len(high)


def _beside_ascii(text: str, at: int) -> bool:
    """Accents stand among plain letters; Chinese bytes read as Latin stand in pairs and longer."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before < "\x80" and after < "\x80"
