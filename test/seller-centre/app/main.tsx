import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import '@alifd/next/es/icon/index.css';
import '@alifd/next/es/button/index.css';
import '@alifd/next/es/input/index.css';
import '@alifd/next/es/loading/index.css';
import '@alifd/next/es/pagination/index.css';
import '@alifd/next/es/table/index.css';
import './styles/page.css';
import './styles/products.css';
import './styles/orders.css';
import './styles/next-icons.css';
import './styles/next-dark.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
