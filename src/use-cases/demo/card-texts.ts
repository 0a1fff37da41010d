import type { ClientKind } from './company.ts';
import { zeroPadded } from './digits.ts';
import { cityPhone, inn10, inn12, kpp, mistypedInn, mobilePhone, type Phone } from './identifiers.ts';
import { addressStyles, cityStyles, firmName, initials, personName } from './names.ts';
import { at } from './random.ts';
import type { DeliveryPoint, LegalEntity } from './register.ts';

/** What the company's program prints of its cards. */

export function entityCode({ index }: LegalEntity): string {
  return `ОП-${zeroPadded(101 + index, 2)}`;
}

/** The name without its legal form. */
export function bareName({ form, nameSerial, holding, slot }: LegalEntity): string {
  if (form !== 'ООО') return personName(nameSerial);
  return holding === ''
    ? firmName(nameSerial)
    : `${firmName(nameSerial)}-${slot.team.branch.prefix.slice(2)}`;
}

/** One name in the ways in which cards are really headed: form before or behind, any quotes, a blank too many. */
export function entityName(entity: LegalEntity): string {
  const { typed, form, nameStyle: style } = entity;
  if (typed?.name !== undefined) return typed.name;
  const name = bareName(entity);
  if (form === 'person') return name;
  if (form === 'ИП') return style < 60 ? `${initials(name)} ИП` : `ИП ${name}${style > 96 ? ' ' : ''}`;
  if (style < 70) return `${name} ООО`;
  if (style < 90) return `ООО «${name}»`;
  if (style < 94) return `${name}, ООО`;
  return style < 97 ? `${name} ООО  ` : `ООО "${name}"`;
}

export function entityInn({ typed, form, index, innDefect }: LegalEntity): string {
  if (typed?.inn !== undefined) return typed.inn;
  const inn = form === 'ООО' ? inn10(index) : inn12(index);
  switch (innDefect) {
    case 'missing':
      return '';
    case 'lostZero':
      return inn.slice(1);
    case 'mistyped':
      return mistypedInn(inn);
    case 'none':
      return inn;
  }
}

export function entityKpp({ typed, form, index, innDefect }: LegalEntity): string {
  return typed?.kpp ?? (form === 'ООО' && innDefect !== 'missing' ? kpp(index) : '');
}

export function entityPhone({ phone, city }: LegalEntity): Phone {
  return phone < 0 ? mobilePhone(-1 - phone) : cityPhone(city.branch.areaCode, phone);
}

export function pointCode({ index, implicit, entity }: DeliveryPoint): string {
  return implicit || entity.kind === 'person' ? '' : `ГР-${zeroPadded(17 + index, 2)}`;
}

const pointKinds: Readonly<Record<ClientKind, readonly string[]>> = {
  chain: ['Магазин'],
  retail: ['Магазин', 'Павильон', 'Минимаркет', 'Киоск'],
  horeca: ['Кафе', 'Столовая', 'Ресторан', 'Пекарня', 'Гостиница'],
  wholesale: ['Склад', 'База', 'Распределительный центр'],
  person: [''],
};

export function pointName({ implicit, entity, typed, nameStyle }: DeliveryPoint): string {
  const { kind, form, nameSerial, index } = entity;
  if (implicit || kind === 'person') return '';
  if (typed?.name !== undefined) return typed.name;
  const what = at(pointKinds[kind], nameStyle % pointKinds[kind].length);
  // A sole trader's shop has a name of its own.
  const name = firmName(form === 'ООО' ? nameSerial : index);
  return kind === 'chain' ? `${what} «${name}» № ${1 + nameStyle}` : `${what} «${name}»`;
}

export function pointAddress({ implicit, entity, typed, addressStyle, place }: DeliveryPoint): string {
  if (implicit) return '';
  return typed?.address ?? at(addressStyles, addressStyle % addressStyles.length)(entity.city.name, place);
}

export function pointCity({ entity, cityStyle }: DeliveryPoint): string {
  return at(cityStyles, cityStyle)(entity.city.name);
}
