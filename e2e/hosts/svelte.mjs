import { mount } from 'svelte'
import Connections from './connections.svelte'

mount(Connections, { target: document.querySelector('main') })
