import { useState } from 'react';
import { destinationsOf } from '../../catalogue/countries.ts';
import type { PublishPage } from '../../catalogue/pages/publish.ts';

/** What of the form can be changed. */
interface Values {
  readonly title: string;
  readonly brand: string | undefined;
  readonly origin: string | undefined;
  readonly chemical: string | undefined;
  readonly euResponsible: string | undefined;
  readonly manufacturer: string | undefined;
  readonly shippingTemplate: string | undefined;
  readonly packageWeight: string | undefined;
  readonly prices: readonly string[];
  readonly uploaded: readonly boolean[];
  readonly regional: boolean;
}

/** The form as it is edited. Nothing is sent anywhere: it lasts until the page is left. */
export function usePublishForm(page: PublishPage) {
  const [values, setValues] = useState<Values>(() => ({
    title: page.title,
    brand: page.brand,
    origin: page.origin,
    chemical: page.chemical,
    euResponsible: page.euResponsible,
    manufacturer: page.manufacturer,
    shippingTemplate: page.shippingTemplate,
    packageWeight: page.packageWeight,
    prices: page.skus.map((sku) => sku.price),
    uploaded: page.qualifications.map((qualification) => qualification.uploaded),
    regional: page.regionalPrices !== undefined,
  }));
  const set = (change: Partial<Values>): void => setValues((before) => ({ ...before, ...change }));
  return {
    values,
    set,
    setPrice: (index: number, price: string) =>
      set({ prices: values.prices.map((before, at) => (at === index ? price : before)) }),
    upload: (index: number) => set({ uploaded: values.uploaded.map((before, at) => before || at === index) }),
    destinations: values.shippingTemplate ? destinationsOf(values.shippingTemplate) : [],
    regionalPrices: values.regional ? (page.regionalPrices ?? []) : [],
  };
}

export type PublishForm = ReturnType<typeof usePublishForm>;

/** What both layouts of the page are given. */
export interface PublishProps {
  readonly page: PublishPage;
}

export interface SectionProps extends PublishProps {
  readonly form: PublishForm;
}

export const TEMPLATES = [
  '标准物流-全球包邮',
  '欧美专线模板',
  'Choice 模板',
  'Shipping Template for New Sellers',
  '菜鸟无忧-标准',
] as const;

export function optionsOf(values: readonly string[]): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: value }));
}
