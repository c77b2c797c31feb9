import re,glob,os
used=set()
for f in glob.glob('dist/web/assets/*.js'): used|=set(re.findall(r'\bm_[0-9a-f]{6,8}\b',open(f).read()))
need=[]
D='node_modules/@mantine/core/styles/'
for f in sorted(os.listdir(D)):
    if f.endswith('.layer.css') or not f.endswith('.css'): continue
    cl=set(re.findall(r'\.(m_[0-9a-f]{6,8})\b',open(D+f).read()))
    if cl & used: need.append((f,os.path.getsize(D+f)))
print(len(used),need,sum(s for _,s in need))
print([f for f in os.listdir(D) if not f.endswith('.layer.css') and not re.search(r'\.m_',open(D+f).read())])
