import { useState } from 'react';
import { freightEstimates, type SemiJoinPage } from '../../catalogue/pages/semi-join.ts';

/** What both layouts of the page are given. */
export interface JoinProps {
  readonly page: SemiJoinPage;
  readonly delay: number;
}

/** The weight of the package, and what the page says that sending it costs: asked for by a button, answered later. */
export function useEstimate({ page, delay }: JoinProps) {
  const [weight, setWeight] = useState(page.weight ?? '');
  const [busy, setBusy] = useState(false);
  const [fees, setFees] = useState<ReturnType<typeof freightEstimates>>([]);
  const ask = () => {
    if (!(Number(weight) > 0)) return;
    setBusy(true);
    setTimeout(() => {
      setFees(freightEstimates(page, weight));
      setBusy(false);
    }, delay);
  };
  return { weight, setWeight, busy, fees, ask };
}

/** The choice of a warehouse: open until the page is told to join, fixed from then on. */
export function useWarehouse({ page, delay }: JoinProps) {
  const [warehouse, choose] = useState(page.warehouse);
  const [fixed, setFixed] = useState(page.warehouse !== undefined);
  const [busy, setBusy] = useState(false);
  const join = () => {
    if (!warehouse) return;
    setBusy(true);
    setTimeout(() => {
      setFixed(true);
      setBusy(false);
    }, delay);
  };
  return { warehouse, choose, fixed, busy, join };
}

export type Warehouse = ReturnType<typeof useWarehouse>;
